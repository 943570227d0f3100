import { ActionIcon, Button, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconPlus, IconSearch } from "@tabler/icons-react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { usePhone } from "@/lib/use-phone";
import type { FilterPart } from "../filter/conditions";
import { FilterBuilder, type NamedPart } from "../filter/FilterBuilder";
import type { FilterField } from "../filter/fields";
import { Page } from "../Page";
import classes from "./list.module.css";
import type { ListSearch, SearchChange } from "./list-search";

interface ListPageProps {
  title: string;
  search: ListSearch;
  onChange: (change: SearchChange<ListSearch>) => void;
  fields: readonly FilterField[];
  /** Parts of the filter that have a name of their own, such as those of the quick filters. */
  named?: readonly NamedPart[];
  /** Beside the title: quick filters. */
  toolbar: ReactNode;
  /** Before the button that creates: what else can be chosen, such as the view. */
  actions?: ReactNode;
  /** Absent: the viewer may not create any. */
  create?: { label: string; run: () => void } | undefined;
  /** How many records there are. */
  count: ReactNode;
  columnMenu?: ReactNode;
  children: ReactNode;
}

export const noParts: readonly FilterPart[] = [];

/** The frame of a list of records: title, quick filters, search, the filter's chips, and below them the list. */
export function ListPage(props: ListPageProps) {
  const { title, search, onChange, create } = props;
  const { t } = useTranslation();
  const phone = usePhone();
  // A phone has room for the field only while it is used.
  const [asked, setAsked] = useState(false);
  const searching = asked || search.search !== undefined;
  return (
    <Page
      title={title}
      toolbar={props.toolbar}
      actions={
        <>
          {phone ? (
            <ActionIcon
              aria-label={t("filter.search")}
              aria-expanded={searching}
              variant={searching ? "light" : "subtle"}
              onClick={() => {
                if (searching) onChange({ search: undefined });
                setAsked(!searching);
              }}
            >
              <IconSearch size={17} stroke={1.6} aria-hidden />
            </ActionIcon>
          ) : (
            <SearchField value={search.search ?? ""} onChange={(text) => onChange({ search: text })} />
          )}
          {props.actions}
          {create && (
            <>
              <Button leftSection={<IconPlus size={14} aria-hidden />} onClick={create.run} visibleFrom="sm">
                {create.label}
              </Button>
              <ActionIcon
                variant="filled"
                color="iris"
                aria-label={create.label}
                hiddenFrom="sm"
                onClick={create.run}
              >
                <IconPlus size={16} aria-hidden />
              </ActionIcon>
            </>
          )}
        </>
      }
    >
      {phone && searching && (
        <div className={classes.phoneSearch}>
          <SearchField
            value={search.search ?? ""}
            onChange={(text) => onChange({ search: text })}
            autoFocus={asked}
          />
        </div>
      )}
      <div className={classes.filterBar}>
        <FilterBuilder
          fields={props.fields}
          parts={search.filter ?? noParts}
          {...(props.named && { named: props.named })}
          onChange={(filter) => onChange({ filter: filter.length > 0 ? filter : undefined })}
        />
        <div className={classes.filterBarEnd}>
          {props.count}
          {/* The rows of a phone are made by hand: they have no columns. */}
          {!phone && props.columnMenu}
        </div>
      </div>
      {props.children}
    </Page>
  );
}

interface SearchFieldProps {
  value: string;
  onChange: (text: string | undefined) => void;
  autoFocus?: boolean;
}

/** Searches while one types. What the URL says otherwise, by a link or the way back, is taken over. */
function SearchField({ value, onChange, autoFocus = false }: SearchFieldProps) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const change = useDebouncedCallback((text: string) => onChange(text.trim() || undefined), 150);
  useEffect(() => {
    const element = input.current;
    if (element && element.value.trim() !== value && document.activeElement !== element)
      element.value = value;
  }, [value]);
  return (
    <TextInput
      ref={input}
      aria-label={t("filter.search")}
      placeholder={t("filter.search")}
      leftSection={<IconSearch size={14} aria-hidden />}
      defaultValue={value}
      onChange={(event) => change(event.currentTarget.value)}
      autoFocus={autoFocus}
      className={classes.search}
    />
  );
}
