import { lazy, type ReactNode, Suspense, useState } from "react";
import { type Creation, CreationContext } from "@/lib/creation";

const CreateDealDialog = lazy(() => import("@/features/deals/CreateDealDialog"));
const CreateAccountDialog = lazy(() => import("@/features/customers/accounts/CreateAccountDialog"));
const CreateContactDialog = lazy(() => import("@/features/customers/contacts/CreateContactDialog"));
const ProductDrawer = lazy(() => import("@/features/commerce/ProductDrawer"));

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
