import { type ReactNode, Suspense, useState } from "react";
import { type Creation, CreationContext } from "@/lib/creation";
import { lazySoon } from "@/lib/lazy-soon";

const CreateDealDialog = lazySoon(() => import("@/features/deals/CreateDealDialog"));
const CreateAccountDialog = lazySoon(() => import("@/features/customers/accounts/CreateAccountDialog"));
const CreateContactDialog = lazySoon(() => import("@/features/customers/contacts/CreateContactDialog"));
const ProductDrawer = lazySoon(() => import("@/features/commerce/ProductDrawer"));

/** Shows the form of whatever is to be created. A feature with records adds its form here. */
export function CreationHost({ children }: { children: ReactNode }) {
  const [creation, setCreation] = useState<Creation | null>(null);
  return (
    <CreationContext value={setCreation}>
      {children}
      <Suspense>
        {creation && <CreationForm creation={creation} onClose={() => setCreation(null)} />}
      </Suspense>
    </CreationContext>
  );
}

function CreationForm({ creation, onClose }: { creation: Creation; onClose: () => void }) {
  switch (creation.kind) {
    case "DEAL":
      return <CreateDealDialog creation={creation} onClose={onClose} />;
    case "ACCOUNT":
      return <CreateAccountDialog creation={creation} onClose={onClose} />;
    case "CONTACT":
      return <CreateContactDialog creation={creation} onClose={onClose} />;
    case "PRODUCT":
      return <ProductDrawer product={null} onClose={onClose} />;
  }
}
