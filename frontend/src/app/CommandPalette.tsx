import { Group, Kbd, Text } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { Spotlight } from "@mantine/spotlight";
import { IconSearch } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import { graphql } from "@/gql";
import { type Action, useCurrentActions } from "@/lib/actions";
import { recordLink } from "@/lib/record-link";
import { readableKeys } from "@/lib/shortcuts";
import { firstFocus } from "@/ui/first-focus";
import classes from "./CommandPalette.module.css";
import type { Typed } from "./held-typing";
import { palette, paletteStore } from "./palette-store";

const PaletteSearch = graphql(`
  query PaletteSearch($query: String!) {
    search(query: $query, kinds: [ACCOUNT, CONTACT, DEAL, PRODUCT], first: 8) {
      kind
      title
      node { __typename id }
    }
  }
`);

function matches(action: Action, words: readonly string[]): boolean {
  const label = action.label.toLowerCase();
  return words.every((word) => label.includes(word));
}

/** Marks the first line as the one that Enter means. Spotlight does so when the query changes, not when lines arrive. */
function markFirst(list: HTMLElement | null): HTMLElement | null {
  const lines = [...(list?.querySelectorAll<HTMLElement>("[data-action]") ?? [])];
  lines.forEach((line, index) => {
    line.toggleAttribute("data-selected", index === 0);
  });
  return lines[0] ?? null;
}

/** Finds any record and runs any action by a few letters. */
export default function CommandPalette({ takeTyped }: { takeTyped: () => Typed }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const actions = useCurrentActions();
  const [query, setQuery] = useState("");
  const [settled] = useDebouncedValue(query.trim(), 120);
  const [{ data, fetching, stale }] = useQuery({
    query: PaletteSearch,
    variables: { query: settled },
    pause: settled === "",
    requestPolicy: "cache-and-network",
  });
  const hits = query.trim() && data ? data.search : [];
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const sections = Map.groupBy(
    actions.filter((action) => action.id !== "palette" && matches(action, words)),
    (action) => action.section,
  );
  const waiting = query.trim() !== "" && (fetching || stale || settled !== query.trim());

  // Enter means the first of what was asked for; pressed before the answer is here, it waits for it.
  const entered = useRef(false);
  const list = useRef<HTMLDivElement>(null);
  const answer = hits.map((hit) => hit.node.id).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another answer has another first line
  useEffect(() => {
    if (waiting) return;
    const first = markFirst(list.current);
    if (entered.current) first?.click();
    entered.current = false;
  }, [waiting, answer]);
  const begin = () => {
    const typed = takeTyped();
    if (typed.text === "") return;
    setQuery(typed.text);
    entered.current = typed.entered;
  };
  const holdEnter = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !waiting || event.nativeEvent.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    entered.current = true;
  };
  return (
    <Spotlight.Root
      store={paletteStore}
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      scrollable
      maxHeight={420}
      transitionProps={{ duration: 0 }}
      overlayProps={{ blur: 0, backgroundOpacity: 0.3 }}
      attributes={{ content: { "aria-label": t("action.palette") } }}
      clearQueryOnClose
      classNames={{ action: classes.action }}
    >
      <Spotlight.Search
        placeholder={t("palette.placeholder")}
        aria-label={t("palette.placeholder")}
        onFocus={begin}
        onKeyDownCapture={holdEnter}
        {...firstFocus}
        leftSection={<IconSearch size={16} aria-hidden />}
      />
      <Spotlight.ActionsList ref={list}>
        {hits.length > 0 && (
          <Spotlight.ActionsGroup label={t("palette.records")}>
            {hits.map((hit) => {
              const link = recordLink(hit.node);
              return (
                <Spotlight.Action key={hit.node.id} onClick={() => link && navigate(link)}>
                  <Group justify="space-between" wrap="nowrap" w="100%">
                    <Text size="sm" truncate>
                      {hit.title}
                    </Text>
                    <Text size="xs" c="dimmed" style={{ whiteSpace: "nowrap" }}>
                      {t(`kind.${hit.kind}`)}
                    </Text>
                  </Group>
                </Spotlight.Action>
              );
            })}
          </Spotlight.ActionsGroup>
        )}
        {[...sections].map(([section, items]) => (
          <Spotlight.ActionsGroup key={section} label={section}>
            {items.map((action) => (
              <Spotlight.Action
                key={action.id}
                onClick={() => {
                  palette.close();
                  action.run();
                }}
              >
                <Group justify="space-between" wrap="nowrap" w="100%">
                  <Text size="sm">{action.label}</Text>
                  {action.keys && <Kbd size="xs">{readableKeys(action.keys).join(" ")}</Kbd>}
                </Group>
              </Spotlight.Action>
            ))}
          </Spotlight.ActionsGroup>
        ))}
        {hits.length === 0 && sections.size === 0 && (
          <Spotlight.Empty>{waiting ? t("state.loading") : t("palette.nothing")}</Spotlight.Empty>
        )}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}
