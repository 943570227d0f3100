import { Text, TextInput } from "@mantine/core";
import { type KeyboardEvent, type RefObject, useState } from "react";
import { useTranslation } from "react-i18next";
import { graphql } from "@/gql";
import { formatDay, today } from "@/lib/format/date";
import { newIdempotencyKey, useMutate } from "@/lib/graphql/mutate";
import { useSession } from "@/lib/session";
import { firstFocus } from "../first-focus";
import { referenceTo, type Subject } from "../timeline/subject";
import { parseNextStep } from "./parse-next-step";

const CreateTask = graphql(`
  mutation CreateTask($input: CreateTaskInput!, $idempotencyKey: String) {
    createTask(input: $input, idempotencyKey: $idempotencyKey) {
      task {
        id
        ...OpenTask
        deal { id ...DealRow }
      }
      userErrors { code path message }
    }
  }
`);

interface NextStepLineProps {
  subject: Subject;
  ref?: RefObject<HTMLInputElement | null>;
  autoFocus?: boolean;
  onCreated?: (title: string) => void;
}

/** One line makes a task: "quote fri", in Chinese alike. Below it stands how the line was understood. */
export function NextStepLine({ subject, ref, autoFocus = false, onCreated }: NextStepLineProps) {
  const { t, i18n } = useTranslation();
  const { viewer, timeZone } = useSession();
  const createTask = useMutate(CreateTask);
  const [line, setLine] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const step = parseNextStep(line, today(timeZone));

  const submit = async () => {
    if (!step.title) return;
    const written = line;
    setLine("");
    const outcome = await createTask({
      input: {
        [referenceTo(subject)]: subject.id,
        title: step.title,
        dueDate: step.dueDate,
        ownerId: viewer.id,
      },
      idempotencyKey: newIdempotencyKey(),
    });
    setProblem(
      outcome.kind === "refused" ? outcome.userErrors.map((error) => error.message).join(" ") : null,
    );
    if (outcome.kind === "done") onCreated?.(step.title);
    // What was typed is never lost.
    else setLine((current) => current || written);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter") void submit();
    if (event.key === "Escape") event.currentTarget.blur();
  };

  return (
    <>
      <TextInput
        ref={ref}
        mt={4}
        aria-label={t("nextStep.label")}
        placeholder={t("nextStep.placeholder")}
        value={line}
        error={problem}
        {...(autoFocus && firstFocus)}
        onChange={(event) => setLine(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {line.trim() && (
        <Text size="xs" c="dimmed" mt={3} aria-live="polite">
          {step.title} ·{" "}
          {step.dueDate
            ? t("nextStep.due", { date: formatDay(step.dueDate, i18n.language, today(timeZone)) })
            : t("nextStep.noDate")}
        </Text>
      )}
    </>
  );
}
