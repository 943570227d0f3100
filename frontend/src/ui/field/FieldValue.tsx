import { ActionIcon, CopyButton, Tooltip } from "@mantine/core";
import { IconCheck, IconCopy, IconExternalLink } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { RecordLink } from "@/lib/record-link";
import { IconLink } from "../links";
import classes from "./FieldEditor.module.css";

/** A way from a value to what it names; `label` says where it leads. */
export type ValueLink = { label: string; record: RecordLink } | ElsewhereLink;

/** Leads out of the application. */
export interface ElsewhereLink {
  label: string;
  href: string;
}

export interface FieldValueProps {
  label: string;
  /** The value as the API has it; null: there is none. */
  value: string | null;
  /** The value as it is read. */
  display: ReactNode;
  /** Text for a copy button. */
  copyable?: string | null | undefined;
  /** Where the value leads: a record's page, `tel:`, `mailto:` or a web site. */
  link?: ValueLink | null | undefined;
}

/** A field that the viewer cannot change. */
export function FieldValue(props: FieldValueProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.field}>
      <span className={classes.label}>{props.label}</span>
      <span className={classes.value}>
        <span className={classes.readOnly}>{props.value === null ? t("field.none") : props.display}</span>
        <ValueTools {...props} />
      </span>
    </div>
  );
}

/** What can be done with a value besides editing it. */
export function ValueTools({ value, copyable, link }: FieldValueProps) {
  if (value === null) return null;
  if (!link && !copyable) return null;
  return (
    <span className={classes.tools}>
      {link && <FollowLink {...link} />}
      {copyable && <CopyValue text={copyable} />}
    </span>
  );
}

/** Opens what the value names. */
function FollowLink(link: ValueLink) {
  const common = {
    size: "xs" as const,
    className: classes.tool,
    "aria-label": link.label,
    title: link.label,
  };
  const icon = <IconExternalLink size={12} aria-hidden />;
  if ("record" in link)
    return (
      <IconLink {...link.record} {...common}>
        {icon}
      </IconLink>
    );
  const elsewhere = link.href.startsWith("http") ? { target: "_blank", rel: "noreferrer" } : {};
  return (
    <ActionIcon component="a" href={link.href} {...elsewhere} {...common}>
      {icon}
    </ActionIcon>
  );
}

function CopyValue({ text }: { text: string }) {
  const { t } = useTranslation();
  return (
    <CopyButton value={text}>
      {({ copied, copy }) => (
        <Tooltip label={t(copied ? "field.copied" : "field.copy")}>
          <ActionIcon size="xs" aria-label={t("field.copy")} onClick={copy}>
            {copied ? <IconCheck size={12} aria-hidden /> : <IconCopy size={12} aria-hidden />}
          </ActionIcon>
        </Tooltip>
      )}
    </CopyButton>
  );
}
