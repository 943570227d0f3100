import { Button, Text, Textarea } from "@mantine/core";
import { useTranslation } from "react-i18next";
import classes from "./imports.module.css";

interface MappingTextProps {
  text: string;
  onChange: (text: string) => void;
  /** Back to the table, without what was written here. */
  onDiscard: () => void;
}

/** The mapping as the text that it is, for what the table does not offer. */
export function MappingText({ text, onChange, onDiscard }: MappingTextProps) {
  const { t } = useTranslation("imports");
  return (
    <section aria-label={t("mapping.text")}>
      <div className={classes.headingLine}>
        <h2 className={classes.heading}>{t("mapping.text")}</h2>
        <Button variant="subtle" size="compact-xs" onClick={onDiscard}>
          {t("mapping.discardText")}
        </Button>
      </div>
      <Text size="xs" c="dimmed" mb="xs">
        {t("mapping.textHint")}
      </Text>
      <Textarea
        aria-label={t("mapping.text")}
        value={text}
        onChange={(event) => onChange(event.currentTarget.value)}
        autosize
        minRows={14}
        spellCheck={false}
        classNames={{ input: classes.text }}
      />
    </section>
  );
}
