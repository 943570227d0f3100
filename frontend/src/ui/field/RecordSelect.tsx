import { Loader, Select, type SelectProps } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import { RecentOptions, RecordOptions, type RecordSource } from "./record-sources";
import { useRecordLabel } from "./use-record-label";

interface RecordSelectProps
  extends Omit<SelectProps, "data" | "value" | "onChange" | "searchValue" | "onSearchChange" | "filter"> {
  source: RecordSource;
  value?: string | null;
  onChange?: (id: string | null) => void;
  /** The name of the chosen record, where the caller has it at hand. */
  valueLabel?: string | undefined;
}

/** Picks a record by a part of its name, pinyin included: the server searches. */
export function RecordSelect({
  source,
  value = null,
  onChange,
  valueLabel,
  clearable = true,
  ...props
}: RecordSelectProps) {
  const { t } = useTranslation();
  const [search, setSearch] = useState(valueLabel ?? "");
  const label = useRecordLabel(value, valueLabel);
  const searching = search.trim() !== "" && search !== label;
  const [settled] = useDebouncedValue(searching ? search.trim() : "", 120);
  const [found] = useQuery({
    query: RecordOptions,
    variables: { query: settled, kinds: [source] },
    pause: settled === "",
  });
  const [recent] = useQuery({
    query: RecentOptions,
    variables: {
      accounts: source === "ACCOUNT",
      contacts: source === "CONTACT",
      products: source === "PRODUCT",
      users: source === "USER",
      teams: source === "TEAM",
    },
    pause: searching,
  });

  const lists = recent.data;
  const likely =
    (lists?.accounts ?? lists?.contacts ?? lists?.products ?? lists?.users)?.nodes ?? lists?.teams ?? [];
  const waiting = searching && (settled !== search.trim() || found.fetching);
  // What was found for other letters is not offered: Enter would pick the wrong one.
  const options = waiting
    ? []
    : searching
      ? (found.data?.search.map((hit) => ({ value: hit.node.id, label: hit.title })) ?? [])
      : likely.map((row) => ({ value: row.id, label: row.name }));
  // Not before what was found: Enter takes the first.
  if (!searching && value && label && !options.some((option) => option.value === value))
    options.unshift({ value, label });

  // Enter means the first of what was asked for; pressed before the answer is here, it waits for it.
  const entered = useRef(false);
  const first = searching ? options[0]?.value : undefined;
  const pick = useRef(onChange);
  pick.current = onChange;
  useEffect(() => {
    if (waiting) return;
    if (entered.current && first) pick.current?.(first);
    entered.current = false;
  }, [waiting, first]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    // Another key means something else than what Enter was pressed for.
    entered.current = event.key === "Enter" && waiting;
    // The clear button is for the pointer; by keyboard the text is emptied.
    const emptied = search === "" && value !== null && clearable;
    const marked = event.currentTarget.hasAttribute("aria-activedescendant");
    const clears = event.key === "Enter" && emptied && !marked;
    if (entered.current || clears) event.preventDefault();
    if (clears) onChange?.(null);
  };

  return (
    <Select
      searchable
      clearable={clearable}
      allowDeselect={false}
      placeholder={t("field.searchRecords")}
      nothingFoundMessage={waiting || recent.fetching ? t("state.loading") : t("field.nothingFound")}
      rightSection={waiting ? <Loader size={12} /> : undefined}
      clearButtonProps={{ "aria-label": t("action.clear") }}
      selectFirstOptionOnChange={searching && !waiting}
      {...props}
      onKeyDown={(event) => {
        props.onKeyDown?.(event);
        onKeyDown(event);
      }}
      data={options}
      // The server has filtered already, also by pinyin, which the letters of the label would not match.
      filter={({ options: all }) => all}
      value={value}
      searchValue={search}
      onSearchChange={setSearch}
      onChange={(id) => onChange?.(id)}
    />
  );
}
