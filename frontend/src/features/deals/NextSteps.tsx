import { Checkbox, Text, TextInput } from "@mantine/core";
import { type KeyboardEvent, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type FragmentType, graphql, readFragment } from "@/gql";
import { type Action, useActions } from "@/lib/actions";
import { formatDay, today } from "@/lib/format/date";
import { newIdempotencyKey, useMutate } from "@/lib/graphql/mutate";
import { notifyRefusal, offerUndo } from "@/lib/notify";
import { useSession } from "@/lib/session";
import { DateText } from "@/ui/cells/DateText";
import { RecordSection } from "@/ui/RecordPage";
import classes from "./DealPage.module.css";
import { parseNextStep } from "./parse-next-step";

const DealTasks = graphql(`
  fragment DealTasks on Deal {
    id
    tasks(first: 50) {
      nodes { id title dueDate completedAt viewerCan }
    }
  }
`);

const CreateTask = graphql(`
  mutation CreateTask($input: CreateTaskInput!, $idempotencyKey: String) {
    createTask(input: $input, idempotencyKey: $idempotencyKey) {
      task {
        id
        title
        dueDate
        completedAt
        deal { id ...DealRow ...DealTasks }
      }
      userErrors { code path message }
    }
  }
`);

const CompleteTask = graphql(`
  mutation CompleteTask($id: ID!, $done: Boolean) {
    completeTask(id: $id, done: $done) {
      task {
        id
        completedAt
        deal { id ...DealRow }
      }
      userErrors { code path message }
    }
  }
`);

/** What happens next: one line makes a task, "quote fri" or in Chinese alike. */
export function NextSteps({ deal: masked }: { deal: FragmentType<typeof DealTasks> }) {
  const { t } = useTranslation(["deals", "common"]);
  const deal = readFragment(DealTasks, masked);
  const completeTask = useMutate(CompleteTask);
  const open = deal.tasks.nodes.filter((task) => task.completedAt === null);

  const complete = async (task: { id: string; title: string }) => {
    const outcome = await completeTask({ id: task.id, done: true });
    if (outcome.kind === "refused") notifyRefusal(outcome.userErrors);
    if (outcome.kind === "done")
      offerUndo(t("nextStep.completed", { task: task.title }), t("common:action.undo"), () => {
        void completeTask({ id: task.id, done: false });
      });
  };

  return (
    <RecordSection title={t("page.tasks")}>
      {open.map((task) => (
        <div key={task.id} className={classes.task}>
          <Checkbox
            checked={false}
            aria-label={t("nextStep.complete", { task: task.title })}
            disabled={!task.viewerCan.includes("UPDATE")}
            onChange={() => void complete(task)}
          />
          <span className={classes.taskTitle}>{task.title}</span>
          {task.dueDate && <DateText value={task.dueDate} due />}
        </div>
      ))}
      <NextStepEntry dealId={deal.id} />
    </RecordSection>
  );
}

function NextStepEntry({ dealId }: { dealId: string }) {
  const { t, i18n } = useTranslation("deals");
  const { viewer, timeZone } = useSession();
  const createTask = useMutate(CreateTask);
  const [line, setLine] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const step = parseNextStep(line, today(timeZone));

  const actions = useMemo(
    (): Action[] => [
      {
        id: "deal:nextStep",
        label: t("action.nextStep"),
        section: t("action.section"),
        keys: "n",
        run: () => input.current?.focus(),
      },
    ],
    [t],
  );
  useActions(actions);

  const submit = async () => {
    if (!step.title) return;
    const written = line;
    setLine("");
    const outcome = await createTask({
      input: { dealId, title: step.title, dueDate: step.dueDate, ownerId: viewer.id },
      idempotencyKey: newIdempotencyKey(),
    });
    setProblem(
      outcome.kind === "refused" ? outcome.userErrors.map((error) => error.message).join(" ") : null,
    );
    // What was typed is never lost.
    if (outcome.kind !== "done") setLine((current) => current || written);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter") void submit();
    if (event.key === "Escape") event.currentTarget.blur();
  };

  return (
    <>
      <TextInput
        ref={input}
        mt={4}
        aria-label={t("nextStep.label")}
        placeholder={t("nextStep.placeholder")}
        value={line}
        error={problem}
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
