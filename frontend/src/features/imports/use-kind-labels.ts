import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { type FieldKey, type ImportKind, importKinds } from "./import-fields";

/** Those of the mapping table, and those that come only from a text. */
const shownKinds = [...importKinds, "Pipeline", "Stage"] as const;

/** The words for kinds and their fields. */
export function useKindLabels(): {
  kind: (name: string) => string;
  field: (kind: ImportKind, key: FieldKey) => string;
} {
  const { t } = useTranslation("imports");
  return useMemo(
    () => ({
      kind: (name) => {
        const known = shownKinds.find((kind) => kind.toLowerCase() === name.toLowerCase());
        return known ? t(`kind.${known}`) : name;
      },
      field: (kind, key) => (key === "name" ? t(`nameOf.${kind}`) : t(`field.${key}`)),
    }),
    [t],
  );
}
