import {
  Alert,
  Button,
  CopyButton,
  Group,
  Modal,
  Radio,
  Select,
  Stack,
  Text,
  TextInput,
} from "@mantine/core";
import { useForm } from "@mantine/form";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { graphql } from "@/gql";
import type { TokenScope } from "@/gql/graphql";
import { placeUserErrors } from "@/lib/form-errors";
import { useMutate } from "@/lib/graphql/mutate";
import { FormDialog } from "@/ui/FormDialog";
import classes from "./profile.module.css";

const CreateToken = graphql(`
  mutation CreateToken($input: CreateAccessTokenInput!) {
    createAccessToken(input: $input) {
      accessToken { id name }
      secret
      userErrors { code path message }
    }
  }
`);

const lifetimes = ["7", "30", "90", "365"] as const;
const dayMs = 86_400_000;
const scopes = ["READ", "WRITE"] as const satisfies readonly TokenScope[];

interface CreateTokenDialogProps {
  onCreated: () => void;
  onClose: () => void;
}

/** A token for a program. Its secret is shown once, here. */
export function CreateTokenDialog({ onCreated, onClose }: CreateTokenDialogProps) {
  const { t } = useTranslation("settings");
  const createToken = useMutate(CreateToken);
  const [problems, setProblems] = useState<readonly string[]>([]);
  const [secret, setSecret] = useState<string | null>(null);
  const form = useForm({
    initialValues: { name: "", scope: "READ" as TokenScope, expiresAt: "90" },
  });
  const submit = form.onSubmit(async ({ name, scope, expiresAt }) => {
    const end = new Date(Date.now() + Number(expiresAt) * dayMs).toISOString();
    const outcome = await createToken({ input: { name, scope, expiresAt: end } });
    if (outcome.kind === "refused")
      setProblems(placeUserErrors(form, Object.keys(form.getValues()), outcome.userErrors));
    if (outcome.kind !== "done") return;
    onCreated();
    setSecret(outcome.payload.secret);
  });
  if (secret !== null) return <SecretDialog name={form.values.name} secret={secret} onClose={onClose} />;
  return (
    <FormDialog
      title={t("tokens.new")}
      submitLabel={t("tokens.create")}
      submitting={form.submitting}
      problems={problems}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextInput
        label={t("tokens.name")}
        placeholder={t("tokens.namePlaceholder")}
        required
        data-autofocus
        {...form.getInputProps("name")}
      />
      <Radio.Group label={t("tokens.scopeLabel")} {...form.getInputProps("scope")}>
        <Stack gap={6} mt={4}>
          {scopes.map((scope) => (
            <Radio key={scope} size="xs" value={scope} label={t(`tokens.scopeHint.${scope}`)} />
          ))}
        </Stack>
      </Radio.Group>
      <Select
        label={t("tokens.lifetime")}
        data={lifetimes.map((value) => ({ value, label: t("tokens.days", { count: Number(value) }) }))}
        allowDeselect={false}
        {...form.getInputProps("expiresAt")}
      />
    </FormDialog>
  );
}

function SecretDialog({ name, secret, onClose }: { name: string; secret: string; onClose: () => void }) {
  const { t } = useTranslation(["settings", "common"]);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("tokens.created", { name })}
      closeOnClickOutside={false}
      closeButtonProps={{ "aria-label": t("common:action.close") }}
    >
      <Stack gap="sm">
        <Alert color="yellow" role="status">
          {t("tokens.shownOnce")}
        </Alert>
        <code className={classes.secret}>{secret}</code>
        <Text size="xs" c="dimmed">
          {t("tokens.usage")} <code>Authorization: Bearer …</code>
        </Text>
        <Group justify="flex-end">
          <CopyButton value={secret}>
            {({ copied, copy }) => (
              <Button
                variant={copied ? "light" : "filled"}
                leftSection={
                  copied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />
                }
                onClick={copy}
                data-autofocus
              >
                {t(copied ? "common:field.copied" : "common:field.copy")}
              </Button>
            )}
          </CopyButton>
          <Button variant="default" onClick={onClose}>
            {t("common:action.done")}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
