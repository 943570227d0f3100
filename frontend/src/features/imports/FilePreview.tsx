import { Alert, Table } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { ImportPreviewQuery } from "@/gql/graphql";
import classes from "./imports.module.css";

const delimiters = ["comma", "semicolon", "tab", "pipe"] as const;

interface FilePreviewProps {
  preview: NonNullable<ImportPreviewQuery["importPreview"]>;
}

/** The first rows as they were read, and how they were read. */
export function FilePreview({ preview }: FilePreviewProps) {
  const { t } = useTranslation("imports");
  const { encoding, delimiter, headerLine, columns, rows, refused } = preview;
  const known = delimiters.find((name) => name === delimiter);
  const facts = [
    encoding,
    t("preview.delimiter", { delimiter: known ? t(`delimiter.${known}`) : delimiter }),
    headerLine > 0 ? t("preview.headerLine", { line: headerLine }) : t("preview.noHeader"),
    t("preview.columns", { count: columns.length }),
  ];
  return (
    <section aria-label={t("preview.title")}>
      <div className={classes.headingLine}>
        <h2 className={classes.heading}>{t("preview.title")}</h2>
        <span className={classes.dim}>{facts.join(" · ")}</span>
      </div>
      {/* It scrolls by keyboard too: nothing in it takes the focus. */}
      <Table.ScrollContainer
        minWidth={0}
        type="native"
        tabIndex={0}
        role="region"
        aria-label={t("preview.rows")}
      >
        <table className={classes.preview}>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column.name} scope="col">
                  {column.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a file have no name but their place
              <tr key={index}>
                {columns.map((column, place) => (
                  <td key={column.name}>{row[place]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Table.ScrollContainer>
      {refused.length > 0 && (
        <Alert
          variant="default"
          icon={<IconAlertTriangle size={16} aria-hidden />}
          mt="sm"
          title={t("preview.refused", { count: refused.length })}
        >
          {refused.map(({ number, reason }) => (
            <p key={number} className={classes.problem}>
              {t("preview.refusedRow", { number, reason })}
            </p>
          ))}
        </Alert>
      )}
    </section>
  );
}
