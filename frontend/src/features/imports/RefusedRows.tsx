import { Table, Text } from "@mantine/core";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { formatNumber } from "@/lib/format/money";
import { serverUrl } from "@/lib/server";
import classes from "./imports.module.css";
import { type RefusedRow, readRefusedRows } from "./refused-rows";

const shownRows = 10;

interface RefusedRowsProps {
  /** Of the file of refused rows, on the server. */
  url: string;
  /** How many rows it has. */
  count: number;
}

/** The first refused rows with their reasons, so that one sees what to mend without opening the file. */
export function RefusedRows({ url, count }: RefusedRowsProps) {
  const { t, i18n } = useTranslation("imports");
  const [rows, setRows] = useState<readonly RefusedRow[]>([]);
  useEffect(() => {
    const controller = new AbortController();
    // The file itself is a click away; what cannot be read here is not worth a message.
    readRefusedRows(serverUrl(url), shownRows, controller.signal).then(setRows, () => setRows([]));
    return () => controller.abort();
  }, [url]);
  if (rows.length === 0) return null;
  return (
    <section className={classes.refused} aria-label={t("run.refusedRows")}>
      <Text size="sm" fw={600} mb={4}>
        {t("run.refusedRows")}
      </Text>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={56}>{t("run.row")}</Table.Th>
            <Table.Th>{t("run.reason")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ row, reason, values }) => (
            <Table.Tr key={row}>
              <Table.Td>{row}</Table.Td>
              <Table.Td>
                <div className={classes.refusedReason}>{reason}</div>
                <div className={classes.refusedValues}>{values.filter(Boolean).join(" · ")}</div>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {count > rows.length && (
        <Text size="xs" c="dimmed" mt={6}>
          {t("run.moreRefused", { shown: formatNumber(count - rows.length, i18n.language) })}
        </Text>
      )}
    </section>
  );
}
