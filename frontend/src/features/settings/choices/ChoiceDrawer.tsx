import { Switch } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMutate } from "@/lib/graphql/mutate";
import { Problems } from "@/ui/FormDialog";
import { saveOutcome } from "@/ui/field/save-outcome";
import { Fact } from "../parts/Fact";
import { NameFields } from "../parts/NameFields";
import { RecordDrawer } from "../parts/RecordDrawer";
import { nameIn } from "../parts/translations";
import { type Choice, UpdateChoice } from "./choices";

/** One option: its names, and whether it is still offered. */
export function ChoiceDrawer({ choice, onClose }: { choice: Choice; onClose: () => void }) {
  const { t, i18n } = useTranslation("settings");
  const updateChoice = useMutate(UpdateChoice);
  const [problems, setProblems] = useState<readonly string[]>([]);
  const setActive = async (active: boolean) => {
    const outcome = await updateChoice({ id: choice.id, input: { active } });
    setProblems(outcome.kind === "refused" ? outcome.userErrors.map((error) => error.message) : []);
  };
  return (
    <RecordDrawer title={nameIn(choice, i18n.language)} onClose={onClose}>
      <Problems messages={problems} />
      <NameFields
        record={choice}
        onSave={async (input, ifVersion) =>
          saveOutcome(await updateChoice({ id: choice.id, input, ifVersion }))
        }
      />
      <Fact label={t("choices.key")}>
        <code>{choice.key}</code>
      </Fact>
      <Fact label={t("choices.active")}>
        <Switch
          size="xs"
          checked={choice.active}
          disabled={!choice.viewerCan.includes("UPDATE")}
          label={t(choice.active ? "choices.offered" : "choices.notOffered")}
          onChange={(event) => void setActive(event.currentTarget.checked)}
        />
      </Fact>
    </RecordDrawer>
  );
}
