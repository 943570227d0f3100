import { Group, Kbd, Modal, SimpleGrid, Stack, Text, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useCurrentActions } from "@/lib/actions";
import { readableKeys } from "@/lib/shortcuts";

/** The keys that work on this page now. */
export default function ShortcutList({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const actions = useCurrentActions().filter((action) => action.keys !== undefined);
  const sections = Map.groupBy(actions, (action) => action.section);
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t("action.shortcuts")}
      closeButtonProps={{ "aria-label": t("action.close") }}
    >
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xl">
        {[...sections].map(([section, items]) => (
          <Stack key={section} gap={6}>
            <Title order={3}>{section}</Title>
            {items.map((action) => (
              <Group key={action.id} justify="space-between" wrap="nowrap" gap="xs">
                <Text size="sm">{action.label}</Text>
                <Group gap={4} wrap="nowrap">
                  {readableKeys(action.keys ?? "").map((key, index) => (
                    <Kbd key={`${key}-${index.toString()}`} size="xs">
                      {key}
                    </Kbd>
                  ))}
                </Group>
              </Group>
            ))}
          </Stack>
        ))}
      </SimpleGrid>
    </Modal>
  );
}
