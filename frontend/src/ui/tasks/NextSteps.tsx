import { ActionIcon, Checkbox, Text } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import { graphql, readFragment } from "@/gql";
import type { OpenTaskFragment } from "@/gql/graphql";
import { type Action, useActions } from "@/lib/actions";
import { useMutate } from "@/lib/graphql/mutate";
import { notifyRefusal } from "@/lib/notify";
import { DateText } from "../cells/DateText";
import { UserBadge } from "../cells/UserBadge";
import { RecordSection } from "../RecordPage";
import { MoreFailed } from "../states";
import { referenceTo, type Subject } from "../timeline/subject";
import { useOfferUndo } from "../use-offer-undo";
import { NextStepLine } from "./NextStepLine";
import classes from "./tasks.module.css";

const OpenTask = graphql(`
  fragment OpenTask on Task {
    id
    title
    dueDate
    completedAt
    owner { id name }
    viewerCan
  }
`);

const OpenTasks = graphql(`
  query OpenTasks($filter: TaskFilter!) {
    tasks(filter: $filter, orderBy: [{ field: DUE_DATE, direction: ASC, nulls: LAST }], first: 50) {
      nodes { id ...OpenTask }
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

const DeleteTask = graphql(`
  mutation DeleteTask($id: ID!) {
    deleteTask(id: $id) {
      task { id deletedAt deal { id ...DealRow } }
      userErrors { code path message }
    }
  }
`);

const RestoreTask = graphql(`
  mutation RestoreTask($id: ID!) {
    restoreTask(id: $id) {
      task { id deletedAt deal { id ...DealRow } }
      userErrors { code path message }
    }
  }
`);

/** What is to be done for a record, the most urgent first, and a line to add to it. */
export function NextSteps({ subject }: { subject: Subject }) {
  const { t } = useTranslation();
  const filter = useMemo(
    () => ({ [referenceTo(subject)]: { eq: subject.id }, completedAt: { isNull: true } }),
    [subject],
  );
  const [{ data, error }, refetch] = useQuery({ query: OpenTasks, variables: { filter } });
  // A task that was just completed leaves at once, before the list is read anew.
  const open = readFragment(OpenTask, data?.tasks.nodes ?? []).filter((task) => task.completedAt === null);
  const line = useRef<HTMLInputElement>(null);
  const actions = useMemo(
    (): Action[] => [
      {
        id: "record:nextStep",
        label: t("nextStep.add"),
        section: t("section.record"),
        keys: "n",
        run: () => line.current?.focus(),
      },
    ],
    [t],
  );
  useActions(actions);
  return (
    <RecordSection title={t("nextStep.title")}>
      {error && !data && <MoreFailed onRetry={() => refetch({ requestPolicy: "network-only" })} />}
      {open.map((task) => (
        <TaskLine key={task.id} task={task} />
      ))}
      <NextStepLine subject={subject} ref={line} />
    </RecordSection>
  );
}

function TaskLine({ task }: { task: OpenTaskFragment }) {
  const { t } = useTranslation();
  const completeTask = useMutate(CompleteTask);
  const deleteTask = useMutate(DeleteTask);
  const restoreTask = useMutate(RestoreTask);
  const offerUndo = useOfferUndo();

  const complete = async () => {
    const outcome = await completeTask({ id: task.id, done: true });
    if (outcome.kind === "refused") notifyRefusal(outcome.userErrors);
    if (outcome.kind === "done")
      offerUndo(t("nextStep.completed", { task: task.title }), () =>
        completeTask({ id: task.id, done: false }),
      );
  };
  const remove = async () => {
    const outcome = await deleteTask({ id: task.id });
    if (outcome.kind === "refused") notifyRefusal(outcome.userErrors);
    if (outcome.kind === "done")
      offerUndo(t("nextStep.deleted", { task: task.title }), () => restoreTask({ id: task.id }));
  };

  return (
    <div className={classes.task}>
      <Checkbox
        checked={false}
        aria-label={t("nextStep.complete", { task: task.title })}
        disabled={!task.viewerCan.includes("UPDATE")}
        onChange={() => void complete()}
      />
      <Text size="sm" className={classes.title} title={task.title}>
        {task.title}
      </Text>
      {task.viewerCan.includes("DELETE") && (
        <ActionIcon
          size="sm"
          className={classes.remove}
          aria-label={t("nextStep.delete", { task: task.title })}
          onClick={() => void remove()}
        >
          <IconX size={13} aria-hidden />
        </ActionIcon>
      )}
      {task.dueDate && <DateText value={task.dueDate} due />}
      <UserBadge user={task.owner} short />
    </div>
  );
}
