/* eslint-disable */
import * as types from './graphql';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  query PaletteSearch($query: String!) {\n    search(query: $query, kinds: [ACCOUNT, CONTACT, DEAL, PRODUCT], first: 8) {\n      kind\n      title\n      node { __typename id }\n    }\n  }\n": typeof types.PaletteSearchDocument,
    "\n  mutation SetUp($input: SetUpInput!) {\n    setUp(input: $input) {\n      viewer { id }\n      userErrors { code path message }\n    }\n  }\n": typeof types.SetUpDocument,
    "\n  mutation SignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      viewer { id }\n      userErrors { code path message }\n    }\n  }\n": typeof types.SignInDocument,
    "\n  mutation SignOut {\n    signOut\n  }\n": typeof types.SignOutDocument,
    "\n  mutation CreateProduct($input: CreateProductInput!, $idempotencyKey: String) {\n    createProduct(input: $input, idempotencyKey: $idempotencyKey) {\n      product { id ...ProductRow }\n      userErrors { code path message }\n    }\n  }\n": typeof types.CreateProductDocument,
    "\n  mutation UpdateProduct($id: ID!, $input: UpdateProductInput!, $ifVersion: Int, $idempotencyKey: String) {\n    updateProduct(id: $id, input: $input, ifVersion: $ifVersion, idempotencyKey: $idempotencyKey) {\n      product { id ...ProductRow }\n      userErrors { code path message }\n    }\n  }\n": typeof types.UpdateProductDocument,
    "\n  mutation DeleteProduct($id: ID!, $cascade: Boolean!) {\n    deleteProduct(id: $id, cascade: $cascade) {\n      product { id deletedAt }\n      userErrors { code path message }\n    }\n  }\n": typeof types.DeleteProductDocument,
    "\n  mutation RestoreProduct($id: ID!) {\n    restoreProduct(id: $id) {\n      product { id ...ProductRow }\n      userErrors { code path message }\n    }\n  }\n": typeof types.RestoreProductDocument,
    "\n  fragment ProductRow on Product {\n    id\n    name\n    version\n    series\n    listPrice { amount currency base }\n    active\n    description\n    viewerCan\n    createdAt\n    updatedAt\n  }\n": typeof types.ProductRowFragmentDoc,
    "\n  query ProductList($filter: ProductFilter, $search: String, $orderBy: [ProductOrder!], $first: Int!, $after: String) {\n    products(filter: $filter, search: $search, orderBy: $orderBy, first: $first, after: $after) {\n      nodes { id ...ProductRow }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": typeof types.ProductListDocument,
    "\n  query ProductCount($filter: ProductFilter, $search: String) {\n    products(filter: $filter, search: $search, first: 1) {\n      totalCount\n    }\n  }\n": typeof types.ProductCountDocument,
    "\n  query Product($id: ID!) {\n    product(id: $id) { id ...ProductRow }\n  }\n": typeof types.ProductDocument,
    "\n  fragment RelatedDeal on Deal {\n    id\n    name\n    stage { id label kind }\n    amount { amount currency base }\n    expectedCloseDate\n    closedDate\n  }\n": typeof types.RelatedDealFragmentDoc,
    "\n  query RelatedDeals($filter: DealFilter!) {\n    deals(filter: $filter, first: 21, orderBy: [{ field: STAGE_POSITION, direction: ASC }, { field: EXPECTED_CLOSE_DATE, direction: ASC, nulls: LAST }]) {\n      nodes { id ...RelatedDeal }\n    }\n  }\n": typeof types.RelatedDealsDocument,
    "\n  fragment AccountFields on Account {\n    id\n    version\n    name\n    industry\n    owner { id name }\n    parent { id name }\n    phone\n    website\n    province\n    city\n    address\n    officeLocation\n    employees\n    foundedYear\n    annualRevenue { amount currency base }\n    unifiedSocialCreditCode\n    description\n    createdAt\n    viewerCan\n  }\n": typeof types.AccountFieldsFragmentDoc,
    "\n  query Account($id: ID!) {\n    account(id: $id) {\n      id\n      ...AccountRow\n      ...AccountFields\n    }\n  }\n": typeof types.AccountDocument,
    "\n  mutation DeleteAccount($id: ID!, $cascade: Boolean!) {\n    deleteAccount(id: $id, cascade: $cascade) {\n      account { id deletedAt }\n      userErrors { code path message }\n    }\n  }\n": typeof types.DeleteAccountDocument,
    "\n  mutation RestoreAccount($id: ID!) {\n    restoreAccount(id: $id) {\n      account { id ...AccountRow }\n      userErrors { code path message }\n    }\n  }\n": typeof types.RestoreAccountDocument,
    "\n  mutation CreateAccount($input: CreateAccountInput!, $idempotencyKey: String) {\n    createAccount(input: $input, idempotencyKey: $idempotencyKey) {\n      account { id ...AccountRow }\n      userErrors { code path message }\n    }\n  }\n": typeof types.CreateAccountDocument,
    "\n  query SimilarAccounts($name: String!) {\n    search(query: $name, kinds: [ACCOUNT], first: 3) {\n      title\n      node { __typename id }\n    }\n  }\n": typeof types.SimilarAccountsDocument,
    "\n  query AccountContacts($accountId: ID!) {\n    contacts(filter: { accountId: { eq: $accountId } }, first: 100, orderBy: [{ field: NAME, direction: ASC }]) {\n      nodes { id name jobTitle phone email }\n    }\n  }\n": typeof types.AccountContactsDocument,
    "\n  query AccountGroup($accountId: ID!) {\n    accounts(filter: { parentId: { eq: $accountId } }, first: 100, orderBy: [{ field: NAME, direction: ASC }]) {\n      nodes { id name industry city }\n    }\n  }\n": typeof types.AccountGroupDocument,
    "\n  fragment AccountRow on Account {\n    id\n    name\n    version\n    industry\n    owner { id name }\n    parent { id name }\n    phone\n    website\n    province\n    city\n    employees\n    foundedYear\n    annualRevenue { amount currency base }\n    viewerCan\n    createdAt\n    updatedAt\n  }\n": typeof types.AccountRowFragmentDoc,
    "\n  query AccountList($filter: AccountFilter, $search: String, $orderBy: [AccountOrder!], $first: Int!, $after: String) {\n    accounts(filter: $filter, search: $search, orderBy: $orderBy, first: $first, after: $after) {\n      nodes { id ...AccountRow }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": typeof types.AccountListDocument,
    "\n  query AccountCount($filter: AccountFilter, $search: String) {\n    accounts(filter: $filter, search: $search, first: 1) {\n      totalCount\n    }\n  }\n": typeof types.AccountCountDocument,
    "\n  mutation UpdateAccount($id: ID!, $input: UpdateAccountInput!, $ifVersion: Int, $idempotencyKey: String) {\n    updateAccount(id: $id, input: $input, ifVersion: $ifVersion, idempotencyKey: $idempotencyKey) {\n      account { id ...AccountRow ...AccountFields }\n      userErrors { code path message }\n    }\n  }\n": typeof types.UpdateAccountDocument,
    "\n  fragment ContactFields on Contact {\n    id\n    version\n    name\n    familyName\n    givenName\n    jobTitle\n    account { id name }\n    owner { id name }\n    phone\n    email\n    wechat\n    description\n    createdAt\n    viewerCan\n  }\n": typeof types.ContactFieldsFragmentDoc,
    "\n  query Contact($id: ID!) {\n    contact(id: $id) {\n      id\n      ...ContactRow\n      ...ContactFields\n    }\n  }\n": typeof types.ContactDocument,
    "\n  mutation DeleteContact($id: ID!, $cascade: Boolean!) {\n    deleteContact(id: $id, cascade: $cascade) {\n      contact { id deletedAt }\n      userErrors { code path message }\n    }\n  }\n": typeof types.DeleteContactDocument,
    "\n  mutation RestoreContact($id: ID!) {\n    restoreContact(id: $id) {\n      contact { id ...ContactRow }\n      userErrors { code path message }\n    }\n  }\n": typeof types.RestoreContactDocument,
    "\n  mutation CreateContact($input: CreateContactInput!, $idempotencyKey: String) {\n    createContact(input: $input, idempotencyKey: $idempotencyKey) {\n      contact { id ...ContactRow }\n      userErrors { code path message }\n    }\n  }\n": typeof types.CreateContactDocument,
    "\n  fragment ContactRow on Contact {\n    id\n    name\n    version\n    account { id name }\n    owner { id name }\n    jobTitle\n    phone\n    email\n    wechat\n    viewerCan\n    createdAt\n    updatedAt\n  }\n": typeof types.ContactRowFragmentDoc,
    "\n  query ContactList($filter: ContactFilter, $search: String, $orderBy: [ContactOrder!], $first: Int!, $after: String) {\n    contacts(filter: $filter, search: $search, orderBy: $orderBy, first: $first, after: $after) {\n      nodes { id ...ContactRow }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": typeof types.ContactListDocument,
    "\n  query ContactCount($filter: ContactFilter, $search: String) {\n    contacts(filter: $filter, search: $search, first: 1) {\n      totalCount\n    }\n  }\n": typeof types.ContactCountDocument,
    "\n  mutation UpdateContact($id: ID!, $input: UpdateContactInput!, $ifVersion: Int, $idempotencyKey: String) {\n    updateContact(id: $id, input: $input, ifVersion: $ifVersion, idempotencyKey: $idempotencyKey) {\n      contact { id ...ContactRow ...ContactFields }\n      userErrors { code path message }\n    }\n  }\n": typeof types.UpdateContactDocument,
    "\n  fragment DealRoles on Deal {\n    id\n    version\n    viewerCan\n    buyingRoles {\n      id\n      role\n      contact { id name jobTitle }\n    }\n  }\n": typeof types.DealRolesFragmentDoc,
    "\n  mutation SetBuyingRoles($id: ID!, $roles: [BuyingRoleInput!]!, $ifVersion: Int) {\n    setBuyingRoles(id: $id, roles: $roles, ifVersion: $ifVersion) {\n      deal { id ...DealRoles }\n      userErrors { code path message }\n    }\n  }\n": typeof types.SetBuyingRolesDocument,
    "\n  mutation CreateDeal($input: CreateDealInput!, $idempotencyKey: String) {\n    createDeal(input: $input, idempotencyKey: $idempotencyKey) {\n      deal { id ...DealRow }\n      userErrors { code path message }\n    }\n  }\n": typeof types.CreateDealDocument,
    "\n  fragment DealFields on Deal {\n    id\n    version\n    name\n    account { id name }\n    owner { id name }\n    amount { amount currency base }\n    expectedCloseDate\n    closedDate\n    category\n    source\n    lostReason\n    description\n    createdAt\n    updatedAt\n    viewerCan\n  }\n": typeof types.DealFieldsFragmentDoc,
    "\n  query Deal($id: ID!) {\n    deal(id: $id) {\n      id\n      ...DealRow\n      ...DealFields\n      ...DealLines\n      ...DealRoles\n    }\n  }\n": typeof types.DealDocument,
    "\n  mutation DeleteDeal($id: ID!, $cascade: Boolean!) {\n    deleteDeal(id: $id, cascade: $cascade) {\n      deal { id deletedAt }\n      userErrors { code path message }\n    }\n  }\n": typeof types.DeleteDealDocument,
    "\n  mutation RestoreDeal($id: ID!) {\n    restoreDeal(id: $id) {\n      deal { id ...DealRow }\n      userErrors { code path message }\n    }\n  }\n": typeof types.RestoreDealDocument,
    "\n  fragment DealLines on Deal {\n    id\n    version\n    viewerCan\n    amount { amount currency base }\n    lineItemsTotal { amount currency base }\n    lineItems {\n      id\n      position\n      quantity\n      product { id name }\n      unitPrice { amount currency base }\n    }\n  }\n": typeof types.DealLinesFragmentDoc,
    "\n  mutation SetDealLines($id: ID!, $lines: [DealLineInput!]!, $takeOverTotal: Boolean, $ifVersion: Int) {\n    setDealLines(id: $id, lines: $lines, takeOverTotal: $takeOverTotal, ifVersion: $ifVersion) {\n      deal { id ...DealLines ...DealRow }\n      userErrors { code path message }\n    }\n  }\n": typeof types.SetDealLinesDocument,
    "\n  query ProductPrice($id: ID!) {\n    product(id: $id) { id listPrice { amount currency base } }\n  }\n": typeof types.ProductPriceDocument,
    "\n  fragment DealRow on Deal {\n    id\n    name\n    version\n    account { id name }\n    owner { id name }\n    pipeline { id }\n    stage { id label kind position }\n    amount { amount currency base }\n    expectedCloseDate\n    closedDate\n    stageEnteredDate\n    category\n    source\n    lostReason\n    nextTask { id title dueDate }\n    viewerCan\n    createdAt\n    updatedAt\n  }\n": typeof types.DealRowFragmentDoc,
    "\n  query DealList($filter: DealFilter, $search: String, $orderBy: [DealOrder!], $first: Int!, $after: String) {\n    deals(filter: $filter, search: $search, orderBy: $orderBy, first: $first, after: $after) {\n      nodes { id ...DealRow }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": typeof types.DealListDocument,
    "\n  query DealCount($filter: DealFilter, $search: String) {\n    deals(filter: $filter, search: $search, first: 1) {\n      totalCount\n    }\n  }\n": typeof types.DealCountDocument,
    "\n  mutation MoveDeal($id: ID!, $stageId: ID!, $amount: MoneyInput, $lostReason: String, $note: String, $idempotencyKey: String) {\n    moveDeal(id: $id, stageId: $stageId, amount: $amount, lostReason: $lostReason, note: $note, idempotencyKey: $idempotencyKey) {\n      deal { id ...DealRow }\n      userErrors { code path message }\n    }\n  }\n": typeof types.MoveDealDocument,
    "\n  query StageAmounts($pipelineId: ID!, $filter: DealFilter) {\n    funnel(pipelineId: $pipelineId, filter: $filter) {\n      pipeline { id stages { id kind } }\n      stages {\n        stage { id }\n        amount { amount currency base }\n      }\n      wonAmount { amount currency base }\n    }\n  }\n": typeof types.StageAmountsDocument,
    "\n  mutation UpdateDeal($id: ID!, $input: UpdateDealInput!, $ifVersion: Int, $idempotencyKey: String) {\n    updateDeal(id: $id, input: $input, ifVersion: $ifVersion, idempotencyKey: $idempotencyKey) {\n      deal { id ...DealRow ...DealFields }\n      userErrors { code path message }\n    }\n  }\n": typeof types.UpdateDealDocument,
    "\n  fragment ImportProgress on Import {\n    id\n    version\n    name\n    target\n    state\n    dryRun\n    rowsRead\n    rowsCreated\n    rowsUpdated\n    rowsUnchanged\n    rowsRefused\n    rowsUnlinked\n    bytesRead\n    bytesTotal\n    failure\n    refusedUrl\n    startedBy { id name }\n    createdAt\n    finishedAt\n  }\n": typeof types.ImportProgressFragmentDoc,
    "\n  query ImportPreview($uploadId: ID!) {\n    importPreview(uploadId: $uploadId, rows: 8) {\n      encoding\n      delimiter\n      headerLine\n      columns { name samples }\n      rows\n      refused { number reason }\n    }\n  }\n": typeof types.ImportPreviewDocument,
    "\n  query Import($id: ID!) {\n    import(id: $id) { ...ImportProgress }\n  }\n": typeof types.ImportDocument,
    "\n  query ImportList($first: Int!, $after: String) {\n    imports(first: $first, after: $after, orderBy: [{ field: CREATED_AT, direction: DESC }]) {\n      nodes { id ...ImportProgress }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": typeof types.ImportListDocument,
    "\n  mutation StartImport($input: StartImportInput!, $idempotencyKey: String) {\n    startImport(input: $input, idempotencyKey: $idempotencyKey) {\n      import { id ...ImportProgress }\n      userErrors { code path message }\n    }\n  }\n": typeof types.StartImportDocument,
    "\n  mutation CancelImport($id: ID!) {\n    cancelImport(id: $id) {\n      import { id ...ImportProgress }\n      userErrors { code path message }\n    }\n  }\n": typeof types.CancelImportDocument,
    "\n  fragment FigureDeal on Deal {\n    id\n    name\n    account { id name }\n    owner { id name }\n    stage { id label kind }\n    amount { amount currency }\n    expectedCloseDate\n    closedDate\n  }\n": typeof types.FigureDealFragmentDoc,
    "\n  query StageFigureDeals(\n    $pipelineId: ID!, $filter: DealFilter, $period: PeriodInput, $asOf: DateTime\n    $figure: FunnelStageFigure!, $orderBy: [DealOrder!], $first: Int!, $after: String\n  ) {\n    funnel(pipelineId: $pipelineId, filter: $filter, period: $period, asOf: $asOf) {\n      stages {\n        stage { id }\n        deals(figure: $figure, orderBy: $orderBy, first: $first, after: $after) {\n          nodes { id ...FigureDeal }\n          pageInfo { hasNextPage endCursor }\n        }\n      }\n    }\n  }\n": typeof types.StageFigureDealsDocument,
    "\n  query StageFigureCount(\n    $pipelineId: ID!, $filter: DealFilter, $period: PeriodInput, $asOf: DateTime, $figure: FunnelStageFigure!\n  ) {\n    funnel(pipelineId: $pipelineId, filter: $filter, period: $period, asOf: $asOf) {\n      stages {\n        stage { id }\n        deals(figure: $figure, first: 1) { totalCount }\n      }\n    }\n  }\n": typeof types.StageFigureCountDocument,
    "\n  query FunnelFigureDeals(\n    $pipelineId: ID!, $filter: DealFilter, $period: PeriodInput, $asOf: DateTime\n    $figure: FunnelFigure!, $orderBy: [DealOrder!], $first: Int!, $after: String\n  ) {\n    funnel(pipelineId: $pipelineId, filter: $filter, period: $period, asOf: $asOf) {\n      deals(figure: $figure, orderBy: $orderBy, first: $first, after: $after) {\n        nodes { id ...FigureDeal }\n        pageInfo { hasNextPage endCursor }\n      }\n    }\n  }\n": typeof types.FunnelFigureDealsDocument,
    "\n  query FunnelFigureCount(\n    $pipelineId: ID!, $filter: DealFilter, $period: PeriodInput, $asOf: DateTime, $figure: FunnelFigure!\n  ) {\n    funnel(pipelineId: $pipelineId, filter: $filter, period: $period, asOf: $asOf) {\n      deals(figure: $figure, first: 1) { totalCount }\n    }\n  }\n": typeof types.FunnelFigureCountDocument,
    "\n  query OpenDeals($filter: DealFilter, $asOf: DateTime, $orderBy: [DealOrder!], $first: Int!, $after: String) {\n    deals(filter: $filter, asOf: $asOf, orderBy: $orderBy, first: $first, after: $after) {\n      nodes { id ...FigureDeal }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": typeof types.OpenDealsDocument,
    "\n  query OpenDealCount($filter: DealFilter, $asOf: DateTime) {\n    deals(filter: $filter, asOf: $asOf, first: 1) { totalCount }\n  }\n": typeof types.OpenDealCountDocument,
    "\n  query ForecastFigureDeals(\n    $period: PeriodInput!, $ownerId: ID, $teamId: ID, $asOf: DateTime\n    $figure: ForecastFigure, $orderBy: [DealOrder!], $first: Int!, $after: String\n  ) {\n    forecast(period: $period, ownerId: $ownerId, teamId: $teamId, asOf: $asOf) {\n      deals(figure: $figure, orderBy: $orderBy, first: $first, after: $after) {\n        nodes { id ...FigureDeal }\n        pageInfo { hasNextPage endCursor }\n      }\n    }\n  }\n": typeof types.ForecastFigureDealsDocument,
    "\n  query ForecastFigureCount(\n    $period: PeriodInput!, $ownerId: ID, $teamId: ID, $asOf: DateTime, $figure: ForecastFigure\n  ) {\n    forecast(period: $period, ownerId: $ownerId, teamId: $teamId, asOf: $asOf) {\n      deals(figure: $figure, first: 1) { totalCount }\n    }\n  }\n": typeof types.ForecastFigureCountDocument,
    "\n  query ForecastFigures($period: PeriodInput!, $ownerId: ID, $teamId: ID, $asOf: DateTime) {\n    forecast(period: $period, ownerId: $ownerId, teamId: $teamId, asOf: $asOf) {\n      target { amount currency }\n      closed { amount currency }\n      commit { amount currency }\n      bestCase { amount currency }\n      pipeline { amount currency }\n      weighted { amount currency }\n      undated { amount currency }\n      expected { amount currency }\n      low { amount currency }\n      high { amount currency }\n      gap { amount currency }\n      coverage\n      targetProbability\n    }\n  }\n": typeof types.ForecastFiguresDocument,
    "\n  query FunnelFigures($pipelineId: ID!, $filter: DealFilter, $period: PeriodInput, $asOf: DateTime) {\n    funnel(pipelineId: $pipelineId, filter: $filter, period: $period, asOf: $asOf) {\n      stages {\n        stage { id label }\n        count\n        amount { amount currency }\n        weightedAmount { amount currency }\n        entered\n        left\n        advanced\n        conversionRate\n        medianDays\n        p90Days\n      }\n      wonCount\n      lostCount\n      wonAmount { amount currency }\n      winRate\n    }\n  }\n": typeof types.FunnelFiguresDocument,
    "\n  query SalesTeams($withTeamless: Boolean!) {\n    teams {\n      id\n      name\n      parent { id }\n      manager { id }\n      members { id name active }\n    }\n    users(first: 200, filter: { active: { eq: true }, teamId: { isNull: true } }) @include(if: $withTeamless) {\n      nodes { id name }\n    }\n  }\n": typeof types.SalesTeamsDocument,
    "\n  mutation CreateChoice($input: CreateChoiceInput!, $idempotencyKey: String) {\n    createChoice(input: $input, idempotencyKey: $idempotencyKey) {\n      choice { id ...ChoiceSettings }\n      userErrors { code path message }\n    }\n  }\n": typeof types.CreateChoiceDocument,
    "\n  mutation UpdateChoice($id: ID!, $input: UpdateChoiceInput!, $ifVersion: Int) {\n    updateChoice(id: $id, input: $input, ifVersion: $ifVersion) {\n      choice { id ...ChoiceSettings }\n      userErrors { code path message }\n    }\n  }\n": typeof types.UpdateChoiceDocument,
    "\n  fragment ChoiceSettings on Choice {\n    id\n    version\n    list\n    key\n    name\n    label\n    translations { language text }\n    active\n    position\n    viewerCan\n  }\n": typeof types.ChoiceSettingsFragmentDoc,
    "\n  query SettingsChoices($list: String!) {\n    choices(list: $list) { id ...ChoiceSettings }\n  }\n": typeof types.SettingsChoicesDocument,
    "\n  fragment CompanySettings on Company {\n    id\n    version\n    name\n    timeZone\n    fiscalYearStartMonth\n    defaultLanguage\n    baseCurrency\n    viewerCan\n  }\n": typeof types.CompanySettingsFragmentDoc,
    "\n  query CompanySettingsPage {\n    company { id ...CompanySettings }\n  }\n": typeof types.CompanySettingsPageDocument,
    "\n  mutation UpdateCompany($id: ID!, $input: UpdateCompanyInput!, $ifVersion: Int) {\n    updateCompany(id: $id, input: $input, ifVersion: $ifVersion) {\n      company { id ...CompanySettings }\n      userErrors { code path message }\n    }\n  }\n": typeof types.UpdateCompanyDocument,
    "\n  mutation CreatePerson($input: CreateUserInput!, $idempotencyKey: String) {\n    createUser(input: $input, idempotencyKey: $idempotencyKey) {\n      user { id ...PersonSettings }\n      userErrors { code path message }\n    }\n  }\n": typeof types.CreatePersonDocument,
    "\n  mutation CreateTeam($input: CreateTeamInput!, $idempotencyKey: String) {\n    createTeam(input: $input, idempotencyKey: $idempotencyKey) {\n      team { id ...TeamSettings }\n      userErrors { code path message }\n    }\n  }\n": typeof types.CreateTeamDocument,
    "\n  mutation UpdateTeam($id: ID!, $input: UpdateTeamInput!, $ifVersion: Int) {\n    updateTeam(id: $id, input: $input, ifVersion: $ifVersion) {\n      team { id ...TeamSettings }\n      userErrors { code path message }\n    }\n  }\n": typeof types.UpdateTeamDocument,
    "\n  mutation DeleteTeam($id: ID!) {\n    deleteTeam(id: $id) {\n      team { id }\n      userErrors { code path message }\n    }\n  }\n": typeof types.DeleteTeamDocument,
    "\n  mutation RestoreTeam($id: ID!) {\n    restoreTeam(id: $id) {\n      team { id ...TeamSettings }\n      userErrors { code path message }\n    }\n  }\n": typeof types.RestoreTeamDocument,
    "\n  fragment PersonSettings on User {\n    id\n    version\n    name\n    email\n    roleKey\n    language\n    timeZone\n    active\n    team { id name }\n    createdAt\n    viewerCan\n  }\n": typeof types.PersonSettingsFragmentDoc,
    "\n  fragment TeamSettings on Team {\n    id\n    version\n    name\n    parent { id name }\n    manager { id name }\n    viewerCan\n  }\n": typeof types.TeamSettingsFragmentDoc,
    "\n  query SettingsPeople($after: String) {\n    users(first: 200, after: $after, orderBy: [{ field: NAME, direction: ASC }]) {\n      nodes { id ...PersonSettings }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": typeof types.SettingsPeopleDocument,
    "\n  query SettingsTeams {\n    teams { id ...TeamSettings }\n  }\n": typeof types.SettingsTeamsDocument,
    "\n  mutation UpdatePerson($id: ID!, $input: UpdateUserInput!, $ifVersion: Int) {\n    updateUser(id: $id, input: $input, ifVersion: $ifVersion) {\n      user { id ...PersonSettings }\n      userErrors { code path message }\n    }\n  }\n": typeof types.UpdatePersonDocument,
    "\n  mutation CreatePipeline($input: CreatePipelineInput!, $idempotencyKey: String) {\n    createPipeline(input: $input, idempotencyKey: $idempotencyKey) {\n      pipeline { id ...PipelineSettings stages { id ...StageSettings } }\n      userErrors { code path message }\n    }\n  }\n": typeof types.CreatePipelineDocument,
    "\n  mutation CreateStage($input: CreateStageInput!, $idempotencyKey: String) {\n    createStage(input: $input, idempotencyKey: $idempotencyKey) {\n      stage { id ...StageSettings }\n      userErrors { code path message }\n    }\n  }\n": typeof types.CreateStageDocument,
    "\n  mutation UpdatePipeline($id: ID!, $input: UpdatePipelineInput!, $ifVersion: Int) {\n    updatePipeline(id: $id, input: $input, ifVersion: $ifVersion) {\n      pipeline { id ...PipelineSettings }\n      userErrors { code path message }\n    }\n  }\n": typeof types.UpdatePipelineDocument,
    "\n  query StageDeals($stageId: ID!) {\n    deals(filter: { stageId: { eq: $stageId } }, first: 1) { totalCount(atMost: 10000) }\n  }\n": typeof types.StageDealsDocument,
    "\n  mutation DeleteStage($id: ID!) {\n    deleteStage(id: $id) {\n      stage { id }\n      userErrors { code path message }\n    }\n  }\n": typeof types.DeleteStageDocument,
    "\n  mutation PlaceStage($id: ID!, $position: Int!) {\n    updateStage(id: $id, input: { position: $position }) {\n      stage {\n        id\n        ...StageSettings\n        pipeline { id stages { id position version } }\n      }\n      userErrors { code path message }\n    }\n  }\n": typeof types.PlaceStageDocument,
    "\n  fragment StageSettings on Stage {\n    id\n    version\n    name\n    label\n    translations { language text }\n    kind\n    probability\n    position\n    viewerCan\n  }\n": typeof types.StageSettingsFragmentDoc,
    "\n  fragment PipelineSettings on Pipeline {\n    id\n    version\n    name\n    label\n    translations { language text }\n    active\n    position\n    viewerCan\n  }\n": typeof types.PipelineSettingsFragmentDoc,
    "\n  query SettingsPipelines {\n    pipelines {\n      id\n      ...PipelineSettings\n      stages { id ...StageSettings }\n    }\n  }\n": typeof types.SettingsPipelinesDocument,
    "\n  mutation UpdateStage($id: ID!, $input: UpdateStageInput!, $ifVersion: Int) {\n    updateStage(id: $id, input: $input, ifVersion: $ifVersion) {\n      stage { id ...StageSettings }\n      userErrors { code path message }\n    }\n  }\n": typeof types.UpdateStageDocument,
    "\n  query OwnTokens {\n    accessTokens { id name scope createdAt expiresAt lastUsedAt }\n  }\n": typeof types.OwnTokensDocument,
    "\n  mutation RevokeToken($id: ID!) {\n    revokeAccessToken(id: $id) {\n      userErrors { code path message }\n    }\n  }\n": typeof types.RevokeTokenDocument,
    "\n  mutation CreateToken($input: CreateAccessTokenInput!) {\n    createAccessToken(input: $input) {\n      accessToken { id name }\n      secret\n      userErrors { code path message }\n    }\n  }\n": typeof types.CreateTokenDocument,
    "\n  mutation ChangePassword($input: ChangePasswordInput!) {\n    changePassword(input: $input) {\n      userErrors { code path message }\n    }\n  }\n": typeof types.ChangePasswordDocument,
    "\n  query OwnProfile {\n    viewer { id ...PersonSettings }\n  }\n": typeof types.OwnProfileDocument,
    "\n  query OwnSessions {\n    sessions { id address userAgent createdAt lastSeenAt current }\n  }\n": typeof types.OwnSessionsDocument,
    "\n  mutation RevokeSession($id: ID!) {\n    revokeSession(id: $id) {\n      userErrors { code path message }\n    }\n  }\n": typeof types.RevokeSessionDocument,
    "\n  mutation SetExchangeRate($input: SetExchangeRateInput!) {\n    setExchangeRate(input: $input) {\n      exchangeRate { id ...RateSettings }\n      userErrors { code path message }\n    }\n  }\n": typeof types.SetExchangeRateDocument,
    "\n  fragment RateSettings on ExchangeRate {\n    id\n    version\n    currency\n    date\n    rate\n    viewerCan\n  }\n": typeof types.RateSettingsFragmentDoc,
    "\n  query SettingsRates($after: String) {\n    exchangeRates(\n      first: 200\n      after: $after\n      orderBy: [{ field: CURRENCY, direction: ASC }, { field: DATE, direction: DESC }]\n    ) {\n      nodes { id ...RateSettings }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": typeof types.SettingsRatesDocument,
    "\n  fragment TargetSettings on Target {\n    id\n    version\n    quarterStart\n    amount { amount currency base }\n    owner { id }\n    team { id }\n    viewerCan\n  }\n": typeof types.TargetSettingsFragmentDoc,
    "\n  query SettingsTargets($from: Date!, $to: Date!, $after: String) {\n    targets(first: 200, after: $after, filter: { quarterStart: { gte: $from, lte: $to } }) {\n      nodes { id ...TargetSettings }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": typeof types.SettingsTargetsDocument,
    "\n  mutation SetTarget($input: SetTargetInput!) {\n    setTarget(input: $input) {\n      target { id ...TargetSettings }\n      userErrors { code path message }\n    }\n  }\n": typeof types.SetTargetDocument,
    "\n  subscription LiveEvents($afterSeq: String) {\n    recordEvents(afterSeq: $afterSeq) {\n      id\n      seq\n      kind\n      recordId\n      action\n      changes { field from { __typename ... on ReferenceValue { id } } }\n      record {\n        __typename\n        id\n        ... on Deal {\n          stage { id }\n          ...DealRow\n        }\n        ... on Account { ...AccountRow }\n        ... on Contact { ...ContactRow }\n        ... on Product { ...ProductRow }\n        ... on User { ...PersonSettings }\n        ... on Team { ...TeamSettings }\n        ... on Company { name companyZone: timeZone fiscalYearStartMonth defaultLanguage version }\n        ... on Pipeline { ...PipelineSettings }\n        ... on Stage { ...StageSettings }\n        ... on Choice { ...ChoiceSettings }\n        ... on ExchangeRate { ...RateSettings }\n        ... on Target { ...TargetSettings }\n        ... on Import { ...ImportProgress }\n        ... on Note { body version deal { __typename id } account { __typename id } contact { __typename id } }\n        ... on Task { title dueDate completedAt version deal { __typename id } account { __typename id } contact { __typename id } }\n      }\n    }\n  }\n": typeof types.LiveEventsDocument,
    "\n  query Session {\n    viewer {\n      id\n      name\n      email\n      language\n      timeZone\n      roleKey\n      team { id name }\n    }\n  }\n": typeof types.SessionDocument,
    "\n  query Company {\n    company { id name baseCurrency timeZone fiscalYearStartMonth }\n    viewer {\n      id\n      name\n      email\n      language\n      timeZone\n      roleKey\n      team { id name }\n    }\n  }\n": typeof types.CompanyDocument,
    "\n  mutation SetLanguage($id: ID!, $language: String!) {\n    updateUser(id: $id, input: { language: $language }) {\n      user { id language }\n      userErrors { code path message }\n    }\n  }\n": typeof types.SetLanguageDocument,
    "\n  query Choices($list: String!) {\n    choices(list: $list) { id key label position active }\n  }\n": typeof types.ChoicesDocument,
    "\n  query RecordOptions($query: String!, $kinds: [RecordKind!]) {\n    search(query: $query, kinds: $kinds, first: 12) {\n      kind\n      title\n      node { __typename id }\n    }\n  }\n": typeof types.RecordOptionsDocument,
    "\n  query RecentOptions($accounts: Boolean!, $contacts: Boolean!, $products: Boolean!, $users: Boolean!, $teams: Boolean!) {\n    accounts(first: 12, orderBy: [{ field: UPDATED_AT, direction: DESC }]) @include(if: $accounts) { nodes { id name } }\n    contacts(first: 12, orderBy: [{ field: UPDATED_AT, direction: DESC }]) @include(if: $contacts) { nodes { id name } }\n    products(first: 50, orderBy: [{ field: NAME, direction: ASC }]) @include(if: $products) { nodes { id name } }\n    users(first: 100, filter: { active: { eq: true } }, orderBy: [{ field: NAME, direction: ASC }]) @include(if: $users) { nodes { id name } }\n    teams @include(if: $teams) { id name }\n  }\n": typeof types.RecentOptionsDocument,
    "\n  query RecordLabel($id: ID!) {\n    node(id: $id) {\n      __typename\n      id\n      ... on Account { name }\n      ... on Contact { name }\n      ... on Product { name }\n      ... on User { name }\n      ... on Team { name }\n    }\n  }\n": typeof types.RecordLabelDocument,
    "\n  query Pipelines {\n    pipelines {\n      id\n      label\n      active\n      position\n      stages { id label kind probability position }\n    }\n  }\n": typeof types.PipelinesDocument,
    "\n  mutation CreateTask($input: CreateTaskInput!, $idempotencyKey: String) {\n    createTask(input: $input, idempotencyKey: $idempotencyKey) {\n      task {\n        id\n        ...OpenTask\n        deal { id ...DealRow }\n      }\n      userErrors { code path message }\n    }\n  }\n": typeof types.CreateTaskDocument,
    "\n  fragment OpenTask on Task {\n    id\n    title\n    dueDate\n    completedAt\n    owner { id name }\n    viewerCan\n  }\n": typeof types.OpenTaskFragmentDoc,
    "\n  query OpenTasks($filter: TaskFilter!) {\n    tasks(filter: $filter, orderBy: [{ field: DUE_DATE, direction: ASC, nulls: LAST }], first: 50) {\n      nodes { id ...OpenTask }\n    }\n  }\n": typeof types.OpenTasksDocument,
    "\n  mutation CompleteTask($id: ID!, $done: Boolean) {\n    completeTask(id: $id, done: $done) {\n      task {\n        id\n        completedAt\n        deal { id ...DealRow }\n      }\n      userErrors { code path message }\n    }\n  }\n": typeof types.CompleteTaskDocument,
    "\n  mutation DeleteTask($id: ID!) {\n    deleteTask(id: $id) {\n      task { id deletedAt deal { id ...DealRow } }\n      userErrors { code path message }\n    }\n  }\n": typeof types.DeleteTaskDocument,
    "\n  mutation RestoreTask($id: ID!) {\n    restoreTask(id: $id) {\n      task { id deletedAt deal { id ...DealRow } }\n      userErrors { code path message }\n    }\n  }\n": typeof types.RestoreTaskDocument,
    "\n  fragment ChangedValue on FieldValue {\n    __typename\n    ... on TextValue { text: value }\n    ... on NumberValue { number: value }\n    ... on MoneyValue { amount currency }\n    ... on DateValue { date: value }\n    ... on DateTimeValue { instant: value }\n    ... on BooleanValue { boolean: value }\n    ... on ReferenceValue { id label }\n  }\n": typeof types.ChangedValueFragmentDoc,
    "\n  fragment NoteBody on Note {\n    id\n    body\n    version\n    viewerCan\n  }\n": typeof types.NoteBodyFragmentDoc,
    "\n  mutation UpdateNote($id: ID!, $input: UpdateNoteInput!, $ifVersion: Int, $idempotencyKey: String) {\n    updateNote(id: $id, input: $input, ifVersion: $ifVersion, idempotencyKey: $idempotencyKey) {\n      note { id ...NoteBody }\n      userErrors { code path message }\n    }\n  }\n": typeof types.UpdateNoteDocument,
    "\n  mutation DeleteNote($id: ID!) {\n    deleteNote(id: $id) {\n      note { id deletedAt }\n      userErrors { code path message }\n    }\n  }\n": typeof types.DeleteNoteDocument,
    "\n  mutation RestoreNote($id: ID!) {\n    restoreNote(id: $id) {\n      note { id ...NoteBody }\n      userErrors { code path message }\n    }\n  }\n": typeof types.RestoreNoteDocument,
    "\n  mutation CreateNote($input: CreateNoteInput!, $idempotencyKey: String) {\n    createNote(input: $input, idempotencyKey: $idempotencyKey) {\n      note { id body }\n      userErrors { code path message }\n    }\n  }\n": typeof types.CreateNoteDocument,
    "\n  fragment TimelinePage on Timeline {\n    edges {\n      node {\n        __typename\n        ... on RecordEvent { id ...EventEntry }\n        ... on Note { id ...NoteEntry }\n        ... on Task { id ...TaskEntry }\n      }\n    }\n    pageInfo { hasNextPage endCursor }\n  }\n": typeof types.TimelinePageFragmentDoc,
    "\n  query Timeline($id: ID!, $after: String) {\n    node(id: $id) {\n      __typename\n      id\n      ... on Deal { timeline(first: 30, after: $after) { ...TimelinePage } }\n      ... on Account { timeline(first: 30, after: $after) { ...TimelinePage } }\n      ... on Contact { timeline(first: 30, after: $after) { ...TimelinePage } }\n    }\n  }\n": typeof types.TimelineDocument,
    "\n  fragment EventEntry on RecordEvent {\n    id\n    effectiveAt\n    origin\n    action\n    actor { id name }\n    changes {\n      field\n      from { ...ChangedValue }\n      to { ...ChangedValue }\n    }\n  }\n": typeof types.EventEntryFragmentDoc,
    "\n  fragment NoteEntry on Note {\n    id\n    createdAt\n    owner { id name }\n    ...NoteBody\n  }\n": typeof types.NoteEntryFragmentDoc,
    "\n  fragment TaskEntry on Task {\n    id\n    title\n    dueDate\n    completedAt\n    createdAt\n    owner { id name }\n  }\n": typeof types.TaskEntryFragmentDoc,
};
const documents: Documents = {
    "\n  query PaletteSearch($query: String!) {\n    search(query: $query, kinds: [ACCOUNT, CONTACT, DEAL, PRODUCT], first: 8) {\n      kind\n      title\n      node { __typename id }\n    }\n  }\n": types.PaletteSearchDocument,
    "\n  mutation SetUp($input: SetUpInput!) {\n    setUp(input: $input) {\n      viewer { id }\n      userErrors { code path message }\n    }\n  }\n": types.SetUpDocument,
    "\n  mutation SignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      viewer { id }\n      userErrors { code path message }\n    }\n  }\n": types.SignInDocument,
    "\n  mutation SignOut {\n    signOut\n  }\n": types.SignOutDocument,
    "\n  mutation CreateProduct($input: CreateProductInput!, $idempotencyKey: String) {\n    createProduct(input: $input, idempotencyKey: $idempotencyKey) {\n      product { id ...ProductRow }\n      userErrors { code path message }\n    }\n  }\n": types.CreateProductDocument,
    "\n  mutation UpdateProduct($id: ID!, $input: UpdateProductInput!, $ifVersion: Int, $idempotencyKey: String) {\n    updateProduct(id: $id, input: $input, ifVersion: $ifVersion, idempotencyKey: $idempotencyKey) {\n      product { id ...ProductRow }\n      userErrors { code path message }\n    }\n  }\n": types.UpdateProductDocument,
    "\n  mutation DeleteProduct($id: ID!, $cascade: Boolean!) {\n    deleteProduct(id: $id, cascade: $cascade) {\n      product { id deletedAt }\n      userErrors { code path message }\n    }\n  }\n": types.DeleteProductDocument,
    "\n  mutation RestoreProduct($id: ID!) {\n    restoreProduct(id: $id) {\n      product { id ...ProductRow }\n      userErrors { code path message }\n    }\n  }\n": types.RestoreProductDocument,
    "\n  fragment ProductRow on Product {\n    id\n    name\n    version\n    series\n    listPrice { amount currency base }\n    active\n    description\n    viewerCan\n    createdAt\n    updatedAt\n  }\n": types.ProductRowFragmentDoc,
    "\n  query ProductList($filter: ProductFilter, $search: String, $orderBy: [ProductOrder!], $first: Int!, $after: String) {\n    products(filter: $filter, search: $search, orderBy: $orderBy, first: $first, after: $after) {\n      nodes { id ...ProductRow }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": types.ProductListDocument,
    "\n  query ProductCount($filter: ProductFilter, $search: String) {\n    products(filter: $filter, search: $search, first: 1) {\n      totalCount\n    }\n  }\n": types.ProductCountDocument,
    "\n  query Product($id: ID!) {\n    product(id: $id) { id ...ProductRow }\n  }\n": types.ProductDocument,
    "\n  fragment RelatedDeal on Deal {\n    id\n    name\n    stage { id label kind }\n    amount { amount currency base }\n    expectedCloseDate\n    closedDate\n  }\n": types.RelatedDealFragmentDoc,
    "\n  query RelatedDeals($filter: DealFilter!) {\n    deals(filter: $filter, first: 21, orderBy: [{ field: STAGE_POSITION, direction: ASC }, { field: EXPECTED_CLOSE_DATE, direction: ASC, nulls: LAST }]) {\n      nodes { id ...RelatedDeal }\n    }\n  }\n": types.RelatedDealsDocument,
    "\n  fragment AccountFields on Account {\n    id\n    version\n    name\n    industry\n    owner { id name }\n    parent { id name }\n    phone\n    website\n    province\n    city\n    address\n    officeLocation\n    employees\n    foundedYear\n    annualRevenue { amount currency base }\n    unifiedSocialCreditCode\n    description\n    createdAt\n    viewerCan\n  }\n": types.AccountFieldsFragmentDoc,
    "\n  query Account($id: ID!) {\n    account(id: $id) {\n      id\n      ...AccountRow\n      ...AccountFields\n    }\n  }\n": types.AccountDocument,
    "\n  mutation DeleteAccount($id: ID!, $cascade: Boolean!) {\n    deleteAccount(id: $id, cascade: $cascade) {\n      account { id deletedAt }\n      userErrors { code path message }\n    }\n  }\n": types.DeleteAccountDocument,
    "\n  mutation RestoreAccount($id: ID!) {\n    restoreAccount(id: $id) {\n      account { id ...AccountRow }\n      userErrors { code path message }\n    }\n  }\n": types.RestoreAccountDocument,
    "\n  mutation CreateAccount($input: CreateAccountInput!, $idempotencyKey: String) {\n    createAccount(input: $input, idempotencyKey: $idempotencyKey) {\n      account { id ...AccountRow }\n      userErrors { code path message }\n    }\n  }\n": types.CreateAccountDocument,
    "\n  query SimilarAccounts($name: String!) {\n    search(query: $name, kinds: [ACCOUNT], first: 3) {\n      title\n      node { __typename id }\n    }\n  }\n": types.SimilarAccountsDocument,
    "\n  query AccountContacts($accountId: ID!) {\n    contacts(filter: { accountId: { eq: $accountId } }, first: 100, orderBy: [{ field: NAME, direction: ASC }]) {\n      nodes { id name jobTitle phone email }\n    }\n  }\n": types.AccountContactsDocument,
    "\n  query AccountGroup($accountId: ID!) {\n    accounts(filter: { parentId: { eq: $accountId } }, first: 100, orderBy: [{ field: NAME, direction: ASC }]) {\n      nodes { id name industry city }\n    }\n  }\n": types.AccountGroupDocument,
    "\n  fragment AccountRow on Account {\n    id\n    name\n    version\n    industry\n    owner { id name }\n    parent { id name }\n    phone\n    website\n    province\n    city\n    employees\n    foundedYear\n    annualRevenue { amount currency base }\n    viewerCan\n    createdAt\n    updatedAt\n  }\n": types.AccountRowFragmentDoc,
    "\n  query AccountList($filter: AccountFilter, $search: String, $orderBy: [AccountOrder!], $first: Int!, $after: String) {\n    accounts(filter: $filter, search: $search, orderBy: $orderBy, first: $first, after: $after) {\n      nodes { id ...AccountRow }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": types.AccountListDocument,
    "\n  query AccountCount($filter: AccountFilter, $search: String) {\n    accounts(filter: $filter, search: $search, first: 1) {\n      totalCount\n    }\n  }\n": types.AccountCountDocument,
    "\n  mutation UpdateAccount($id: ID!, $input: UpdateAccountInput!, $ifVersion: Int, $idempotencyKey: String) {\n    updateAccount(id: $id, input: $input, ifVersion: $ifVersion, idempotencyKey: $idempotencyKey) {\n      account { id ...AccountRow ...AccountFields }\n      userErrors { code path message }\n    }\n  }\n": types.UpdateAccountDocument,
    "\n  fragment ContactFields on Contact {\n    id\n    version\n    name\n    familyName\n    givenName\n    jobTitle\n    account { id name }\n    owner { id name }\n    phone\n    email\n    wechat\n    description\n    createdAt\n    viewerCan\n  }\n": types.ContactFieldsFragmentDoc,
    "\n  query Contact($id: ID!) {\n    contact(id: $id) {\n      id\n      ...ContactRow\n      ...ContactFields\n    }\n  }\n": types.ContactDocument,
    "\n  mutation DeleteContact($id: ID!, $cascade: Boolean!) {\n    deleteContact(id: $id, cascade: $cascade) {\n      contact { id deletedAt }\n      userErrors { code path message }\n    }\n  }\n": types.DeleteContactDocument,
    "\n  mutation RestoreContact($id: ID!) {\n    restoreContact(id: $id) {\n      contact { id ...ContactRow }\n      userErrors { code path message }\n    }\n  }\n": types.RestoreContactDocument,
    "\n  mutation CreateContact($input: CreateContactInput!, $idempotencyKey: String) {\n    createContact(input: $input, idempotencyKey: $idempotencyKey) {\n      contact { id ...ContactRow }\n      userErrors { code path message }\n    }\n  }\n": types.CreateContactDocument,
    "\n  fragment ContactRow on Contact {\n    id\n    name\n    version\n    account { id name }\n    owner { id name }\n    jobTitle\n    phone\n    email\n    wechat\n    viewerCan\n    createdAt\n    updatedAt\n  }\n": types.ContactRowFragmentDoc,
    "\n  query ContactList($filter: ContactFilter, $search: String, $orderBy: [ContactOrder!], $first: Int!, $after: String) {\n    contacts(filter: $filter, search: $search, orderBy: $orderBy, first: $first, after: $after) {\n      nodes { id ...ContactRow }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": types.ContactListDocument,
    "\n  query ContactCount($filter: ContactFilter, $search: String) {\n    contacts(filter: $filter, search: $search, first: 1) {\n      totalCount\n    }\n  }\n": types.ContactCountDocument,
    "\n  mutation UpdateContact($id: ID!, $input: UpdateContactInput!, $ifVersion: Int, $idempotencyKey: String) {\n    updateContact(id: $id, input: $input, ifVersion: $ifVersion, idempotencyKey: $idempotencyKey) {\n      contact { id ...ContactRow ...ContactFields }\n      userErrors { code path message }\n    }\n  }\n": types.UpdateContactDocument,
    "\n  fragment DealRoles on Deal {\n    id\n    version\n    viewerCan\n    buyingRoles {\n      id\n      role\n      contact { id name jobTitle }\n    }\n  }\n": types.DealRolesFragmentDoc,
    "\n  mutation SetBuyingRoles($id: ID!, $roles: [BuyingRoleInput!]!, $ifVersion: Int) {\n    setBuyingRoles(id: $id, roles: $roles, ifVersion: $ifVersion) {\n      deal { id ...DealRoles }\n      userErrors { code path message }\n    }\n  }\n": types.SetBuyingRolesDocument,
    "\n  mutation CreateDeal($input: CreateDealInput!, $idempotencyKey: String) {\n    createDeal(input: $input, idempotencyKey: $idempotencyKey) {\n      deal { id ...DealRow }\n      userErrors { code path message }\n    }\n  }\n": types.CreateDealDocument,
    "\n  fragment DealFields on Deal {\n    id\n    version\n    name\n    account { id name }\n    owner { id name }\n    amount { amount currency base }\n    expectedCloseDate\n    closedDate\n    category\n    source\n    lostReason\n    description\n    createdAt\n    updatedAt\n    viewerCan\n  }\n": types.DealFieldsFragmentDoc,
    "\n  query Deal($id: ID!) {\n    deal(id: $id) {\n      id\n      ...DealRow\n      ...DealFields\n      ...DealLines\n      ...DealRoles\n    }\n  }\n": types.DealDocument,
    "\n  mutation DeleteDeal($id: ID!, $cascade: Boolean!) {\n    deleteDeal(id: $id, cascade: $cascade) {\n      deal { id deletedAt }\n      userErrors { code path message }\n    }\n  }\n": types.DeleteDealDocument,
    "\n  mutation RestoreDeal($id: ID!) {\n    restoreDeal(id: $id) {\n      deal { id ...DealRow }\n      userErrors { code path message }\n    }\n  }\n": types.RestoreDealDocument,
    "\n  fragment DealLines on Deal {\n    id\n    version\n    viewerCan\n    amount { amount currency base }\n    lineItemsTotal { amount currency base }\n    lineItems {\n      id\n      position\n      quantity\n      product { id name }\n      unitPrice { amount currency base }\n    }\n  }\n": types.DealLinesFragmentDoc,
    "\n  mutation SetDealLines($id: ID!, $lines: [DealLineInput!]!, $takeOverTotal: Boolean, $ifVersion: Int) {\n    setDealLines(id: $id, lines: $lines, takeOverTotal: $takeOverTotal, ifVersion: $ifVersion) {\n      deal { id ...DealLines ...DealRow }\n      userErrors { code path message }\n    }\n  }\n": types.SetDealLinesDocument,
    "\n  query ProductPrice($id: ID!) {\n    product(id: $id) { id listPrice { amount currency base } }\n  }\n": types.ProductPriceDocument,
    "\n  fragment DealRow on Deal {\n    id\n    name\n    version\n    account { id name }\n    owner { id name }\n    pipeline { id }\n    stage { id label kind position }\n    amount { amount currency base }\n    expectedCloseDate\n    closedDate\n    stageEnteredDate\n    category\n    source\n    lostReason\n    nextTask { id title dueDate }\n    viewerCan\n    createdAt\n    updatedAt\n  }\n": types.DealRowFragmentDoc,
    "\n  query DealList($filter: DealFilter, $search: String, $orderBy: [DealOrder!], $first: Int!, $after: String) {\n    deals(filter: $filter, search: $search, orderBy: $orderBy, first: $first, after: $after) {\n      nodes { id ...DealRow }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": types.DealListDocument,
    "\n  query DealCount($filter: DealFilter, $search: String) {\n    deals(filter: $filter, search: $search, first: 1) {\n      totalCount\n    }\n  }\n": types.DealCountDocument,
    "\n  mutation MoveDeal($id: ID!, $stageId: ID!, $amount: MoneyInput, $lostReason: String, $note: String, $idempotencyKey: String) {\n    moveDeal(id: $id, stageId: $stageId, amount: $amount, lostReason: $lostReason, note: $note, idempotencyKey: $idempotencyKey) {\n      deal { id ...DealRow }\n      userErrors { code path message }\n    }\n  }\n": types.MoveDealDocument,
    "\n  query StageAmounts($pipelineId: ID!, $filter: DealFilter) {\n    funnel(pipelineId: $pipelineId, filter: $filter) {\n      pipeline { id stages { id kind } }\n      stages {\n        stage { id }\n        amount { amount currency base }\n      }\n      wonAmount { amount currency base }\n    }\n  }\n": types.StageAmountsDocument,
    "\n  mutation UpdateDeal($id: ID!, $input: UpdateDealInput!, $ifVersion: Int, $idempotencyKey: String) {\n    updateDeal(id: $id, input: $input, ifVersion: $ifVersion, idempotencyKey: $idempotencyKey) {\n      deal { id ...DealRow ...DealFields }\n      userErrors { code path message }\n    }\n  }\n": types.UpdateDealDocument,
    "\n  fragment ImportProgress on Import {\n    id\n    version\n    name\n    target\n    state\n    dryRun\n    rowsRead\n    rowsCreated\n    rowsUpdated\n    rowsUnchanged\n    rowsRefused\n    rowsUnlinked\n    bytesRead\n    bytesTotal\n    failure\n    refusedUrl\n    startedBy { id name }\n    createdAt\n    finishedAt\n  }\n": types.ImportProgressFragmentDoc,
    "\n  query ImportPreview($uploadId: ID!) {\n    importPreview(uploadId: $uploadId, rows: 8) {\n      encoding\n      delimiter\n      headerLine\n      columns { name samples }\n      rows\n      refused { number reason }\n    }\n  }\n": types.ImportPreviewDocument,
    "\n  query Import($id: ID!) {\n    import(id: $id) { ...ImportProgress }\n  }\n": types.ImportDocument,
    "\n  query ImportList($first: Int!, $after: String) {\n    imports(first: $first, after: $after, orderBy: [{ field: CREATED_AT, direction: DESC }]) {\n      nodes { id ...ImportProgress }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": types.ImportListDocument,
    "\n  mutation StartImport($input: StartImportInput!, $idempotencyKey: String) {\n    startImport(input: $input, idempotencyKey: $idempotencyKey) {\n      import { id ...ImportProgress }\n      userErrors { code path message }\n    }\n  }\n": types.StartImportDocument,
    "\n  mutation CancelImport($id: ID!) {\n    cancelImport(id: $id) {\n      import { id ...ImportProgress }\n      userErrors { code path message }\n    }\n  }\n": types.CancelImportDocument,
    "\n  fragment FigureDeal on Deal {\n    id\n    name\n    account { id name }\n    owner { id name }\n    stage { id label kind }\n    amount { amount currency }\n    expectedCloseDate\n    closedDate\n  }\n": types.FigureDealFragmentDoc,
    "\n  query StageFigureDeals(\n    $pipelineId: ID!, $filter: DealFilter, $period: PeriodInput, $asOf: DateTime\n    $figure: FunnelStageFigure!, $orderBy: [DealOrder!], $first: Int!, $after: String\n  ) {\n    funnel(pipelineId: $pipelineId, filter: $filter, period: $period, asOf: $asOf) {\n      stages {\n        stage { id }\n        deals(figure: $figure, orderBy: $orderBy, first: $first, after: $after) {\n          nodes { id ...FigureDeal }\n          pageInfo { hasNextPage endCursor }\n        }\n      }\n    }\n  }\n": types.StageFigureDealsDocument,
    "\n  query StageFigureCount(\n    $pipelineId: ID!, $filter: DealFilter, $period: PeriodInput, $asOf: DateTime, $figure: FunnelStageFigure!\n  ) {\n    funnel(pipelineId: $pipelineId, filter: $filter, period: $period, asOf: $asOf) {\n      stages {\n        stage { id }\n        deals(figure: $figure, first: 1) { totalCount }\n      }\n    }\n  }\n": types.StageFigureCountDocument,
    "\n  query FunnelFigureDeals(\n    $pipelineId: ID!, $filter: DealFilter, $period: PeriodInput, $asOf: DateTime\n    $figure: FunnelFigure!, $orderBy: [DealOrder!], $first: Int!, $after: String\n  ) {\n    funnel(pipelineId: $pipelineId, filter: $filter, period: $period, asOf: $asOf) {\n      deals(figure: $figure, orderBy: $orderBy, first: $first, after: $after) {\n        nodes { id ...FigureDeal }\n        pageInfo { hasNextPage endCursor }\n      }\n    }\n  }\n": types.FunnelFigureDealsDocument,
    "\n  query FunnelFigureCount(\n    $pipelineId: ID!, $filter: DealFilter, $period: PeriodInput, $asOf: DateTime, $figure: FunnelFigure!\n  ) {\n    funnel(pipelineId: $pipelineId, filter: $filter, period: $period, asOf: $asOf) {\n      deals(figure: $figure, first: 1) { totalCount }\n    }\n  }\n": types.FunnelFigureCountDocument,
    "\n  query OpenDeals($filter: DealFilter, $asOf: DateTime, $orderBy: [DealOrder!], $first: Int!, $after: String) {\n    deals(filter: $filter, asOf: $asOf, orderBy: $orderBy, first: $first, after: $after) {\n      nodes { id ...FigureDeal }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": types.OpenDealsDocument,
    "\n  query OpenDealCount($filter: DealFilter, $asOf: DateTime) {\n    deals(filter: $filter, asOf: $asOf, first: 1) { totalCount }\n  }\n": types.OpenDealCountDocument,
    "\n  query ForecastFigureDeals(\n    $period: PeriodInput!, $ownerId: ID, $teamId: ID, $asOf: DateTime\n    $figure: ForecastFigure, $orderBy: [DealOrder!], $first: Int!, $after: String\n  ) {\n    forecast(period: $period, ownerId: $ownerId, teamId: $teamId, asOf: $asOf) {\n      deals(figure: $figure, orderBy: $orderBy, first: $first, after: $after) {\n        nodes { id ...FigureDeal }\n        pageInfo { hasNextPage endCursor }\n      }\n    }\n  }\n": types.ForecastFigureDealsDocument,
    "\n  query ForecastFigureCount(\n    $period: PeriodInput!, $ownerId: ID, $teamId: ID, $asOf: DateTime, $figure: ForecastFigure\n  ) {\n    forecast(period: $period, ownerId: $ownerId, teamId: $teamId, asOf: $asOf) {\n      deals(figure: $figure, first: 1) { totalCount }\n    }\n  }\n": types.ForecastFigureCountDocument,
    "\n  query ForecastFigures($period: PeriodInput!, $ownerId: ID, $teamId: ID, $asOf: DateTime) {\n    forecast(period: $period, ownerId: $ownerId, teamId: $teamId, asOf: $asOf) {\n      target { amount currency }\n      closed { amount currency }\n      commit { amount currency }\n      bestCase { amount currency }\n      pipeline { amount currency }\n      weighted { amount currency }\n      undated { amount currency }\n      expected { amount currency }\n      low { amount currency }\n      high { amount currency }\n      gap { amount currency }\n      coverage\n      targetProbability\n    }\n  }\n": types.ForecastFiguresDocument,
    "\n  query FunnelFigures($pipelineId: ID!, $filter: DealFilter, $period: PeriodInput, $asOf: DateTime) {\n    funnel(pipelineId: $pipelineId, filter: $filter, period: $period, asOf: $asOf) {\n      stages {\n        stage { id label }\n        count\n        amount { amount currency }\n        weightedAmount { amount currency }\n        entered\n        left\n        advanced\n        conversionRate\n        medianDays\n        p90Days\n      }\n      wonCount\n      lostCount\n      wonAmount { amount currency }\n      winRate\n    }\n  }\n": types.FunnelFiguresDocument,
    "\n  query SalesTeams($withTeamless: Boolean!) {\n    teams {\n      id\n      name\n      parent { id }\n      manager { id }\n      members { id name active }\n    }\n    users(first: 200, filter: { active: { eq: true }, teamId: { isNull: true } }) @include(if: $withTeamless) {\n      nodes { id name }\n    }\n  }\n": types.SalesTeamsDocument,
    "\n  mutation CreateChoice($input: CreateChoiceInput!, $idempotencyKey: String) {\n    createChoice(input: $input, idempotencyKey: $idempotencyKey) {\n      choice { id ...ChoiceSettings }\n      userErrors { code path message }\n    }\n  }\n": types.CreateChoiceDocument,
    "\n  mutation UpdateChoice($id: ID!, $input: UpdateChoiceInput!, $ifVersion: Int) {\n    updateChoice(id: $id, input: $input, ifVersion: $ifVersion) {\n      choice { id ...ChoiceSettings }\n      userErrors { code path message }\n    }\n  }\n": types.UpdateChoiceDocument,
    "\n  fragment ChoiceSettings on Choice {\n    id\n    version\n    list\n    key\n    name\n    label\n    translations { language text }\n    active\n    position\n    viewerCan\n  }\n": types.ChoiceSettingsFragmentDoc,
    "\n  query SettingsChoices($list: String!) {\n    choices(list: $list) { id ...ChoiceSettings }\n  }\n": types.SettingsChoicesDocument,
    "\n  fragment CompanySettings on Company {\n    id\n    version\n    name\n    timeZone\n    fiscalYearStartMonth\n    defaultLanguage\n    baseCurrency\n    viewerCan\n  }\n": types.CompanySettingsFragmentDoc,
    "\n  query CompanySettingsPage {\n    company { id ...CompanySettings }\n  }\n": types.CompanySettingsPageDocument,
    "\n  mutation UpdateCompany($id: ID!, $input: UpdateCompanyInput!, $ifVersion: Int) {\n    updateCompany(id: $id, input: $input, ifVersion: $ifVersion) {\n      company { id ...CompanySettings }\n      userErrors { code path message }\n    }\n  }\n": types.UpdateCompanyDocument,
    "\n  mutation CreatePerson($input: CreateUserInput!, $idempotencyKey: String) {\n    createUser(input: $input, idempotencyKey: $idempotencyKey) {\n      user { id ...PersonSettings }\n      userErrors { code path message }\n    }\n  }\n": types.CreatePersonDocument,
    "\n  mutation CreateTeam($input: CreateTeamInput!, $idempotencyKey: String) {\n    createTeam(input: $input, idempotencyKey: $idempotencyKey) {\n      team { id ...TeamSettings }\n      userErrors { code path message }\n    }\n  }\n": types.CreateTeamDocument,
    "\n  mutation UpdateTeam($id: ID!, $input: UpdateTeamInput!, $ifVersion: Int) {\n    updateTeam(id: $id, input: $input, ifVersion: $ifVersion) {\n      team { id ...TeamSettings }\n      userErrors { code path message }\n    }\n  }\n": types.UpdateTeamDocument,
    "\n  mutation DeleteTeam($id: ID!) {\n    deleteTeam(id: $id) {\n      team { id }\n      userErrors { code path message }\n    }\n  }\n": types.DeleteTeamDocument,
    "\n  mutation RestoreTeam($id: ID!) {\n    restoreTeam(id: $id) {\n      team { id ...TeamSettings }\n      userErrors { code path message }\n    }\n  }\n": types.RestoreTeamDocument,
    "\n  fragment PersonSettings on User {\n    id\n    version\n    name\n    email\n    roleKey\n    language\n    timeZone\n    active\n    team { id name }\n    createdAt\n    viewerCan\n  }\n": types.PersonSettingsFragmentDoc,
    "\n  fragment TeamSettings on Team {\n    id\n    version\n    name\n    parent { id name }\n    manager { id name }\n    viewerCan\n  }\n": types.TeamSettingsFragmentDoc,
    "\n  query SettingsPeople($after: String) {\n    users(first: 200, after: $after, orderBy: [{ field: NAME, direction: ASC }]) {\n      nodes { id ...PersonSettings }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": types.SettingsPeopleDocument,
    "\n  query SettingsTeams {\n    teams { id ...TeamSettings }\n  }\n": types.SettingsTeamsDocument,
    "\n  mutation UpdatePerson($id: ID!, $input: UpdateUserInput!, $ifVersion: Int) {\n    updateUser(id: $id, input: $input, ifVersion: $ifVersion) {\n      user { id ...PersonSettings }\n      userErrors { code path message }\n    }\n  }\n": types.UpdatePersonDocument,
    "\n  mutation CreatePipeline($input: CreatePipelineInput!, $idempotencyKey: String) {\n    createPipeline(input: $input, idempotencyKey: $idempotencyKey) {\n      pipeline { id ...PipelineSettings stages { id ...StageSettings } }\n      userErrors { code path message }\n    }\n  }\n": types.CreatePipelineDocument,
    "\n  mutation CreateStage($input: CreateStageInput!, $idempotencyKey: String) {\n    createStage(input: $input, idempotencyKey: $idempotencyKey) {\n      stage { id ...StageSettings }\n      userErrors { code path message }\n    }\n  }\n": types.CreateStageDocument,
    "\n  mutation UpdatePipeline($id: ID!, $input: UpdatePipelineInput!, $ifVersion: Int) {\n    updatePipeline(id: $id, input: $input, ifVersion: $ifVersion) {\n      pipeline { id ...PipelineSettings }\n      userErrors { code path message }\n    }\n  }\n": types.UpdatePipelineDocument,
    "\n  query StageDeals($stageId: ID!) {\n    deals(filter: { stageId: { eq: $stageId } }, first: 1) { totalCount(atMost: 10000) }\n  }\n": types.StageDealsDocument,
    "\n  mutation DeleteStage($id: ID!) {\n    deleteStage(id: $id) {\n      stage { id }\n      userErrors { code path message }\n    }\n  }\n": types.DeleteStageDocument,
    "\n  mutation PlaceStage($id: ID!, $position: Int!) {\n    updateStage(id: $id, input: { position: $position }) {\n      stage {\n        id\n        ...StageSettings\n        pipeline { id stages { id position version } }\n      }\n      userErrors { code path message }\n    }\n  }\n": types.PlaceStageDocument,
    "\n  fragment StageSettings on Stage {\n    id\n    version\n    name\n    label\n    translations { language text }\n    kind\n    probability\n    position\n    viewerCan\n  }\n": types.StageSettingsFragmentDoc,
    "\n  fragment PipelineSettings on Pipeline {\n    id\n    version\n    name\n    label\n    translations { language text }\n    active\n    position\n    viewerCan\n  }\n": types.PipelineSettingsFragmentDoc,
    "\n  query SettingsPipelines {\n    pipelines {\n      id\n      ...PipelineSettings\n      stages { id ...StageSettings }\n    }\n  }\n": types.SettingsPipelinesDocument,
    "\n  mutation UpdateStage($id: ID!, $input: UpdateStageInput!, $ifVersion: Int) {\n    updateStage(id: $id, input: $input, ifVersion: $ifVersion) {\n      stage { id ...StageSettings }\n      userErrors { code path message }\n    }\n  }\n": types.UpdateStageDocument,
    "\n  query OwnTokens {\n    accessTokens { id name scope createdAt expiresAt lastUsedAt }\n  }\n": types.OwnTokensDocument,
    "\n  mutation RevokeToken($id: ID!) {\n    revokeAccessToken(id: $id) {\n      userErrors { code path message }\n    }\n  }\n": types.RevokeTokenDocument,
    "\n  mutation CreateToken($input: CreateAccessTokenInput!) {\n    createAccessToken(input: $input) {\n      accessToken { id name }\n      secret\n      userErrors { code path message }\n    }\n  }\n": types.CreateTokenDocument,
    "\n  mutation ChangePassword($input: ChangePasswordInput!) {\n    changePassword(input: $input) {\n      userErrors { code path message }\n    }\n  }\n": types.ChangePasswordDocument,
    "\n  query OwnProfile {\n    viewer { id ...PersonSettings }\n  }\n": types.OwnProfileDocument,
    "\n  query OwnSessions {\n    sessions { id address userAgent createdAt lastSeenAt current }\n  }\n": types.OwnSessionsDocument,
    "\n  mutation RevokeSession($id: ID!) {\n    revokeSession(id: $id) {\n      userErrors { code path message }\n    }\n  }\n": types.RevokeSessionDocument,
    "\n  mutation SetExchangeRate($input: SetExchangeRateInput!) {\n    setExchangeRate(input: $input) {\n      exchangeRate { id ...RateSettings }\n      userErrors { code path message }\n    }\n  }\n": types.SetExchangeRateDocument,
    "\n  fragment RateSettings on ExchangeRate {\n    id\n    version\n    currency\n    date\n    rate\n    viewerCan\n  }\n": types.RateSettingsFragmentDoc,
    "\n  query SettingsRates($after: String) {\n    exchangeRates(\n      first: 200\n      after: $after\n      orderBy: [{ field: CURRENCY, direction: ASC }, { field: DATE, direction: DESC }]\n    ) {\n      nodes { id ...RateSettings }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": types.SettingsRatesDocument,
    "\n  fragment TargetSettings on Target {\n    id\n    version\n    quarterStart\n    amount { amount currency base }\n    owner { id }\n    team { id }\n    viewerCan\n  }\n": types.TargetSettingsFragmentDoc,
    "\n  query SettingsTargets($from: Date!, $to: Date!, $after: String) {\n    targets(first: 200, after: $after, filter: { quarterStart: { gte: $from, lte: $to } }) {\n      nodes { id ...TargetSettings }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": types.SettingsTargetsDocument,
    "\n  mutation SetTarget($input: SetTargetInput!) {\n    setTarget(input: $input) {\n      target { id ...TargetSettings }\n      userErrors { code path message }\n    }\n  }\n": types.SetTargetDocument,
    "\n  subscription LiveEvents($afterSeq: String) {\n    recordEvents(afterSeq: $afterSeq) {\n      id\n      seq\n      kind\n      recordId\n      action\n      changes { field from { __typename ... on ReferenceValue { id } } }\n      record {\n        __typename\n        id\n        ... on Deal {\n          stage { id }\n          ...DealRow\n        }\n        ... on Account { ...AccountRow }\n        ... on Contact { ...ContactRow }\n        ... on Product { ...ProductRow }\n        ... on User { ...PersonSettings }\n        ... on Team { ...TeamSettings }\n        ... on Company { name companyZone: timeZone fiscalYearStartMonth defaultLanguage version }\n        ... on Pipeline { ...PipelineSettings }\n        ... on Stage { ...StageSettings }\n        ... on Choice { ...ChoiceSettings }\n        ... on ExchangeRate { ...RateSettings }\n        ... on Target { ...TargetSettings }\n        ... on Import { ...ImportProgress }\n        ... on Note { body version deal { __typename id } account { __typename id } contact { __typename id } }\n        ... on Task { title dueDate completedAt version deal { __typename id } account { __typename id } contact { __typename id } }\n      }\n    }\n  }\n": types.LiveEventsDocument,
    "\n  query Session {\n    viewer {\n      id\n      name\n      email\n      language\n      timeZone\n      roleKey\n      team { id name }\n    }\n  }\n": types.SessionDocument,
    "\n  query Company {\n    company { id name baseCurrency timeZone fiscalYearStartMonth }\n    viewer {\n      id\n      name\n      email\n      language\n      timeZone\n      roleKey\n      team { id name }\n    }\n  }\n": types.CompanyDocument,
    "\n  mutation SetLanguage($id: ID!, $language: String!) {\n    updateUser(id: $id, input: { language: $language }) {\n      user { id language }\n      userErrors { code path message }\n    }\n  }\n": types.SetLanguageDocument,
    "\n  query Choices($list: String!) {\n    choices(list: $list) { id key label position active }\n  }\n": types.ChoicesDocument,
    "\n  query RecordOptions($query: String!, $kinds: [RecordKind!]) {\n    search(query: $query, kinds: $kinds, first: 12) {\n      kind\n      title\n      node { __typename id }\n    }\n  }\n": types.RecordOptionsDocument,
    "\n  query RecentOptions($accounts: Boolean!, $contacts: Boolean!, $products: Boolean!, $users: Boolean!, $teams: Boolean!) {\n    accounts(first: 12, orderBy: [{ field: UPDATED_AT, direction: DESC }]) @include(if: $accounts) { nodes { id name } }\n    contacts(first: 12, orderBy: [{ field: UPDATED_AT, direction: DESC }]) @include(if: $contacts) { nodes { id name } }\n    products(first: 50, orderBy: [{ field: NAME, direction: ASC }]) @include(if: $products) { nodes { id name } }\n    users(first: 100, filter: { active: { eq: true } }, orderBy: [{ field: NAME, direction: ASC }]) @include(if: $users) { nodes { id name } }\n    teams @include(if: $teams) { id name }\n  }\n": types.RecentOptionsDocument,
    "\n  query RecordLabel($id: ID!) {\n    node(id: $id) {\n      __typename\n      id\n      ... on Account { name }\n      ... on Contact { name }\n      ... on Product { name }\n      ... on User { name }\n      ... on Team { name }\n    }\n  }\n": types.RecordLabelDocument,
    "\n  query Pipelines {\n    pipelines {\n      id\n      label\n      active\n      position\n      stages { id label kind probability position }\n    }\n  }\n": types.PipelinesDocument,
    "\n  mutation CreateTask($input: CreateTaskInput!, $idempotencyKey: String) {\n    createTask(input: $input, idempotencyKey: $idempotencyKey) {\n      task {\n        id\n        ...OpenTask\n        deal { id ...DealRow }\n      }\n      userErrors { code path message }\n    }\n  }\n": types.CreateTaskDocument,
    "\n  fragment OpenTask on Task {\n    id\n    title\n    dueDate\n    completedAt\n    owner { id name }\n    viewerCan\n  }\n": types.OpenTaskFragmentDoc,
    "\n  query OpenTasks($filter: TaskFilter!) {\n    tasks(filter: $filter, orderBy: [{ field: DUE_DATE, direction: ASC, nulls: LAST }], first: 50) {\n      nodes { id ...OpenTask }\n    }\n  }\n": types.OpenTasksDocument,
    "\n  mutation CompleteTask($id: ID!, $done: Boolean) {\n    completeTask(id: $id, done: $done) {\n      task {\n        id\n        completedAt\n        deal { id ...DealRow }\n      }\n      userErrors { code path message }\n    }\n  }\n": types.CompleteTaskDocument,
    "\n  mutation DeleteTask($id: ID!) {\n    deleteTask(id: $id) {\n      task { id deletedAt deal { id ...DealRow } }\n      userErrors { code path message }\n    }\n  }\n": types.DeleteTaskDocument,
    "\n  mutation RestoreTask($id: ID!) {\n    restoreTask(id: $id) {\n      task { id deletedAt deal { id ...DealRow } }\n      userErrors { code path message }\n    }\n  }\n": types.RestoreTaskDocument,
    "\n  fragment ChangedValue on FieldValue {\n    __typename\n    ... on TextValue { text: value }\n    ... on NumberValue { number: value }\n    ... on MoneyValue { amount currency }\n    ... on DateValue { date: value }\n    ... on DateTimeValue { instant: value }\n    ... on BooleanValue { boolean: value }\n    ... on ReferenceValue { id label }\n  }\n": types.ChangedValueFragmentDoc,
    "\n  fragment NoteBody on Note {\n    id\n    body\n    version\n    viewerCan\n  }\n": types.NoteBodyFragmentDoc,
    "\n  mutation UpdateNote($id: ID!, $input: UpdateNoteInput!, $ifVersion: Int, $idempotencyKey: String) {\n    updateNote(id: $id, input: $input, ifVersion: $ifVersion, idempotencyKey: $idempotencyKey) {\n      note { id ...NoteBody }\n      userErrors { code path message }\n    }\n  }\n": types.UpdateNoteDocument,
    "\n  mutation DeleteNote($id: ID!) {\n    deleteNote(id: $id) {\n      note { id deletedAt }\n      userErrors { code path message }\n    }\n  }\n": types.DeleteNoteDocument,
    "\n  mutation RestoreNote($id: ID!) {\n    restoreNote(id: $id) {\n      note { id ...NoteBody }\n      userErrors { code path message }\n    }\n  }\n": types.RestoreNoteDocument,
    "\n  mutation CreateNote($input: CreateNoteInput!, $idempotencyKey: String) {\n    createNote(input: $input, idempotencyKey: $idempotencyKey) {\n      note { id body }\n      userErrors { code path message }\n    }\n  }\n": types.CreateNoteDocument,
    "\n  fragment TimelinePage on Timeline {\n    edges {\n      node {\n        __typename\n        ... on RecordEvent { id ...EventEntry }\n        ... on Note { id ...NoteEntry }\n        ... on Task { id ...TaskEntry }\n      }\n    }\n    pageInfo { hasNextPage endCursor }\n  }\n": types.TimelinePageFragmentDoc,
    "\n  query Timeline($id: ID!, $after: String) {\n    node(id: $id) {\n      __typename\n      id\n      ... on Deal { timeline(first: 30, after: $after) { ...TimelinePage } }\n      ... on Account { timeline(first: 30, after: $after) { ...TimelinePage } }\n      ... on Contact { timeline(first: 30, after: $after) { ...TimelinePage } }\n    }\n  }\n": types.TimelineDocument,
    "\n  fragment EventEntry on RecordEvent {\n    id\n    effectiveAt\n    origin\n    action\n    actor { id name }\n    changes {\n      field\n      from { ...ChangedValue }\n      to { ...ChangedValue }\n    }\n  }\n": types.EventEntryFragmentDoc,
    "\n  fragment NoteEntry on Note {\n    id\n    createdAt\n    owner { id name }\n    ...NoteBody\n  }\n": types.NoteEntryFragmentDoc,
    "\n  fragment TaskEntry on Task {\n    id\n    title\n    dueDate\n    completedAt\n    createdAt\n    owner { id name }\n  }\n": types.TaskEntryFragmentDoc,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PaletteSearch($query: String!) {\n    search(query: $query, kinds: [ACCOUNT, CONTACT, DEAL, PRODUCT], first: 8) {\n      kind\n      title\n      node { __typename id }\n    }\n  }\n"): (typeof documents)["\n  query PaletteSearch($query: String!) {\n    search(query: $query, kinds: [ACCOUNT, CONTACT, DEAL, PRODUCT], first: 8) {\n      kind\n      title\n      node { __typename id }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetUp($input: SetUpInput!) {\n    setUp(input: $input) {\n      viewer { id }\n      userErrors { code path message }\n    }\n  }\n"): (typeof documents)["\n  mutation SetUp($input: SetUpInput!) {\n    setUp(input: $input) {\n      viewer { id }\n      userErrors { code path message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      viewer { id }\n      userErrors { code path message }\n    }\n  }\n"): (typeof documents)["\n  mutation SignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      viewer { id }\n      userErrors { code path message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignOut {\n    signOut\n  }\n"): (typeof documents)["\n  mutation SignOut {\n    signOut\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateProduct($input: CreateProductInput!, $idempotencyKey: String) {\n    createProduct(input: $input, idempotencyKey: $idempotencyKey) {\n      product { id ...ProductRow }\n      userErrors { code path message }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateProduct($input: CreateProductInput!, $idempotencyKey: String) {\n    createProduct(input: $input, idempotencyKey: $idempotencyKey) {\n      product { id ...ProductRow }\n      userErrors { code path message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateProduct($id: ID!, $input: UpdateProductInput!, $ifVersion: Int, $idempotencyKey: String) {\n    updateProduct(id: $id, input: $input, ifVersion: $ifVersion, idempotencyKey: $idempotencyKey) {\n      product { id ...ProductRow }\n      userErrors { code path message }\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateProduct($id: ID!, $input: UpdateProductInput!, $ifVersion: Int, $idempotencyKey: String) {\n    updateProduct(id: $id, input: $input, ifVersion: $ifVersion, idempotencyKey: $idempotencyKey) {\n      product { id ...ProductRow }\n      userErrors { code path message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteProduct($id: ID!, $cascade: Boolean!) {\n    deleteProduct(id: $id, cascade: $cascade) {\n      product { id deletedAt }\n      userErrors { code path message }\n    }\n  }\n"): (typeof documents)["\n  mutation DeleteProduct($id: ID!, $cascade: Boolean!) {\n    deleteProduct(id: $id, cascade: $cascade) {\n      product { id deletedAt }\n      userErrors { code path message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RestoreProduct($id: ID!) {\n    restoreProduct(id: $id) {\n      product { id ...ProductRow }\n      userErrors { code path message }\n    }\n  }\n"): (typeof documents)["\n  mutation RestoreProduct($id: ID!) {\n    restoreProduct(id: $id) {\n      product { id ...ProductRow }\n      userErrors { code path message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ProductRow on Product {\n    id\n    name\n    version\n    series\n    listPrice { amount currency base }\n    active\n    description\n    viewerCan\n    createdAt\n    updatedAt\n  }\n"): (typeof documents)["\n  fragment ProductRow on Product {\n    id\n    name\n    version\n    series\n    listPrice { amount currency base }\n    active\n    description\n    viewerCan\n    createdAt\n    updatedAt\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ProductList($filter: ProductFilter, $search: String, $orderBy: [ProductOrder!], $first: Int!, $after: String) {\n    products(filter: $filter, search: $search, orderBy: $orderBy, first: $first, after: $after) {\n      nodes { id ...ProductRow }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"): (typeof documents)["\n  query ProductList($filter: ProductFilter, $search: String, $orderBy: [ProductOrder!], $first: Int!, $after: String) {\n    products(filter: $filter, search: $search, orderBy: $orderBy, first: $first, after: $after) {\n      nodes { id ...ProductRow }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ProductCount($filter: ProductFilter, $search: String) {\n    products(filter: $filter, search: $search, first: 1) {\n      totalCount\n    }\n  }\n"): (typeof documents)["\n  query ProductCount($filter: ProductFilter, $search: String) {\n    products(filter: $filter, search: $search, first: 1) {\n      totalCount\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Product($id: ID!) {\n    product(id: $id) { id ...ProductRow }\n  }\n"): (typeof documents)["\n  query Product($id: ID!) {\n    product(id: $id) { id ...ProductRow }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment RelatedDeal on Deal {\n    id\n    name\n    stage { id label kind }\n    amount { amount currency base }\n    expectedCloseDate\n    closedDate\n  }\n"): (typeof documents)["\n  fragment RelatedDeal on Deal {\n    id\n    name\n    stage { id label kind }\n    amount { amount currency base }\n    expectedCloseDate\n    closedDate\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RelatedDeals($filter: DealFilter!) {\n    deals(filter: $filter, first: 21, orderBy: [{ field: STAGE_POSITION, direction: ASC }, { field: EXPECTED_CLOSE_DATE, direction: ASC, nulls: LAST }]) {\n      nodes { id ...RelatedDeal }\n    }\n  }\n"): (typeof documents)["\n  query RelatedDeals($filter: DealFilter!) {\n    deals(filter: $filter, first: 21, orderBy: [{ field: STAGE_POSITION, direction: ASC }, { field: EXPECTED_CLOSE_DATE, direction: ASC, nulls: LAST }]) {\n      nodes { id ...RelatedDeal }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment AccountFields on Account {\n    id\n    version\n    name\n    industry\n    owner { id name }\n    parent { id name }\n    phone\n    website\n    province\n    city\n    address\n    officeLocation\n    employees\n    foundedYear\n    annualRevenue { amount currency base }\n    unifiedSocialCreditCode\n    description\n    createdAt\n    viewerCan\n  }\n"): (typeof documents)["\n  fragment AccountFields on Account {\n    id\n    version\n    name\n    industry\n    owner { id name }\n    parent { id name }\n    phone\n    website\n    province\n    city\n    address\n    officeLocation\n    employees\n    foundedYear\n    annualRevenue { amount currency base }\n    unifiedSocialCreditCode\n    description\n    createdAt\n    viewerCan\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Account($id: ID!) {\n    account(id: $id) {\n      id\n      ...AccountRow\n      ...AccountFields\n    }\n  }\n"): (typeof documents)["\n  query Account($id: ID!) {\n    account(id: $id) {\n      id\n      ...AccountRow\n      ...AccountFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteAccount($id: ID!, $cascade: Boolean!) {\n    deleteAccount(id: $id, cascade: $cascade) {\n      account { id deletedAt }\n      userErrors { code path message }\n    }\n  }\n"): (typeof documents)["\n  mutation DeleteAccount($id: ID!, $cascade: Boolean!) {\n    deleteAccount(id: $id, cascade: $cascade) {\n      account { id deletedAt }\n      userErrors { code path message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RestoreAccount($id: ID!) {\n    restoreAccount(id: $id) {\n      account { id ...AccountRow }\n      userErrors { code path message }\n    }\n  }\n"): (typeof documents)["\n  mutation RestoreAccount($id: ID!) {\n    restoreAccount(id: $id) {\n      account { id ...AccountRow }\n      userErrors { code path message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateAccount($input: CreateAccountInput!, $idempotencyKey: String) {\n    createAccount(input: $input, idempotencyKey: $idempotencyKey) {\n      account { id ...AccountRow }\n      userErrors { code path message }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateAccount($input: CreateAccountInput!, $idempotencyKey: String) {\n    createAccount(input: $input, idempotencyKey: $idempotencyKey) {\n      account { id ...AccountRow }\n      userErrors { code path message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SimilarAccounts($name: String!) {\n    search(query: $name, kinds: [ACCOUNT], first: 3) {\n      title\n      node { __typename id }\n    }\n  }\n"): (typeof documents)["\n  query SimilarAccounts($name: String!) {\n    search(query: $name, kinds: [ACCOUNT], first: 3) {\n      title\n      node { __typename id }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AccountContacts($accountId: ID!) {\n    contacts(filter: { accountId: { eq: $accountId } }, first: 100, orderBy: [{ field: NAME, direction: ASC }]) {\n      nodes { id name jobTitle phone email }\n    }\n  }\n"): (typeof documents)["\n  query AccountContacts($accountId: ID!) {\n    contacts(filter: { accountId: { eq: $accountId } }, first: 100, orderBy: [{ field: NAME, direction: ASC }]) {\n      nodes { id name jobTitle phone email }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AccountGroup($accountId: ID!) {\n    accounts(filter: { parentId: { eq: $accountId } }, first: 100, orderBy: [{ field: NAME, direction: ASC }]) {\n      nodes { id name industry city }\n    }\n  }\n"): (typeof documents)["\n  query AccountGroup($accountId: ID!) {\n    accounts(filter: { parentId: { eq: $accountId } }, first: 100, orderBy: [{ field: NAME, direction: ASC }]) {\n      nodes { id name industry city }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment AccountRow on Account {\n    id\n    name\n    version\n    industry\n    owner { id name }\n    parent { id name }\n    phone\n    website\n    province\n    city\n    employees\n    foundedYear\n    annualRevenue { amount currency base }\n    viewerCan\n    createdAt\n    updatedAt\n  }\n"): (typeof documents)["\n  fragment AccountRow on Account {\n    id\n    name\n    version\n    industry\n    owner { id name }\n    parent { id name }\n    phone\n    website\n    province\n    city\n    employees\n    foundedYear\n    annualRevenue { amount currency base }\n    viewerCan\n    createdAt\n    updatedAt\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AccountList($filter: AccountFilter, $search: String, $orderBy: [AccountOrder!], $first: Int!, $after: String) {\n    accounts(filter: $filter, search: $search, orderBy: $orderBy, first: $first, after: $after) {\n      nodes { id ...AccountRow }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"): (typeof documents)["\n  query AccountList($filter: AccountFilter, $search: String, $orderBy: [AccountOrder!], $first: Int!, $after: String) {\n    accounts(filter: $filter, search: $search, orderBy: $orderBy, first: $first, after: $after) {\n      nodes { id ...AccountRow }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AccountCount($filter: AccountFilter, $search: String) {\n    accounts(filter: $filter, search: $search, first: 1) {\n      totalCount\n    }\n  }\n"): (typeof documents)["\n  query AccountCount($filter: AccountFilter, $search: String) {\n    accounts(filter: $filter, search: $search, first: 1) {\n      totalCount\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateAccount($id: ID!, $input: UpdateAccountInput!, $ifVersion: Int, $idempotencyKey: String) {\n    updateAccount(id: $id, input: $input, ifVersion: $ifVersion, idempotencyKey: $idempotencyKey) {\n      account { id ...AccountRow ...AccountFields }\n      userErrors { code path message }\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateAccount($id: ID!, $input: UpdateAccountInput!, $ifVersion: Int, $idempotencyKey: String) {\n    updateAccount(id: $id, input: $input, ifVersion: $ifVersion, idempotencyKey: $idempotencyKey) {\n      account { id ...AccountRow ...AccountFields }\n      userErrors { code path message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ContactFields on Contact {\n    id\n    version\n    name\n    familyName\n    givenName\n    jobTitle\n    account { id name }\n    owner { id name }\n    phone\n    email\n    wechat\n    description\n    createdAt\n    viewerCan\n  }\n"): (typeof documents)["\n  fragment ContactFields on Contact {\n    id\n    version\n    name\n    familyName\n    givenName\n    jobTitle\n    account { id name }\n    owner { id name }\n    phone\n    email\n    wechat\n    description\n    createdAt\n    viewerCan\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Contact($id: ID!) {\n    contact(id: $id) {\n      id\n      ...ContactRow\n      ...ContactFields\n    }\n  }\n"): (typeof documents)["\n  query Contact($id: ID!) {\n    contact(id: $id) {\n      id\n      ...ContactRow\n      ...ContactFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteContact($id: ID!, $cascade: Boolean!) {\n    deleteContact(id: $id, cascade: $cascade) {\n      contact { id deletedAt }\n      userErrors { code path message }\n    }\n  }\n"): (typeof documents)["\n  mutation DeleteContact($id: ID!, $cascade: Boolean!) {\n    deleteContact(id: $id, cascade: $cascade) {\n      contact { id deletedAt }\n      userErrors { code path message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RestoreContact($id: ID!) {\n    restoreContact(id: $id) {\n      contact { id ...ContactRow }\n      userErrors { code path message }\n    }\n  }\n"): (typeof documents)["\n  mutation RestoreContact($id: ID!) {\n    restoreContact(id: $id) {\n      contact { id ...ContactRow }\n      userErrors { code path message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateContact($input: CreateContactInput!, $idempotencyKey: String) {\n    createContact(input: $input, idempotencyKey: $idempotencyKey) {\n      contact { id ...ContactRow }\n      userErrors { code path message }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateContact($input: CreateContactInput!, $idempotencyKey: String) {\n    createContact(input: $input, idempotencyKey: $idempotencyKey) {\n      contact { id ...ContactRow }\n      userErrors { code path message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ContactRow on Contact {\n    id\n    name\n    version\n    account { id name }\n    owner { id name }\n    jobTitle\n    phone\n    email\n    wechat\n    viewerCan\n    createdAt\n    updatedAt\n  }\n"): (typeof documents)["\n  fragment ContactRow on Contact {\n    id\n    name\n    version\n    account { id name }\n    owner { id name }\n    jobTitle\n    phone\n    email\n    wechat\n    viewerCan\n    createdAt\n    updatedAt\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ContactList($filter: ContactFilter, $search: String, $orderBy: [ContactOrder!], $first: Int!, $after: String) {\n    contacts(filter: $filter, search: $search, orderBy: $orderBy, first: $first, after: $after) {\n      nodes { id ...ContactRow }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"): (typeof documents)["\n  query ContactList($filter: ContactFilter, $search: String, $orderBy: [ContactOrder!], $first: Int!, $after: String) {\n    contacts(filter: $filter, search: $search, orderBy: $orderBy, first: $first, after: $after) {\n      nodes { id ...ContactRow }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ContactCount($filter: ContactFilter, $search: String) {\n    contacts(filter: $filter, search: $search, first: 1) {\n      totalCount\n    }\n  }\n"): (typeof documents)["\n  query ContactCount($filter: ContactFilter, $search: String) {\n    contacts(filter: $filter, search: $search, first: 1) {\n      totalCount\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateContact($id: ID!, $input: UpdateContactInput!, $ifVersion: Int, $idempotencyKey: String) {\n    updateContact(id: $id, input: $input, ifVersion: $ifVersion, idempotencyKey: $idempotencyKey) {\n      contact { id ...ContactRow ...ContactFields }\n      userErrors { code path message }\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateContact($id: ID!, $input: UpdateContactInput!, $ifVersion: Int, $idempotencyKey: String) {\n    updateContact(id: $id, input: $input, ifVersion: $ifVersion, idempotencyKey: $idempotencyKey) {\n      contact { id ...ContactRow ...ContactFields }\n      userErrors { code path message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment DealRoles on Deal {\n    id\n    version\n    viewerCan\n    buyingRoles {\n      id\n      role\n      contact { id name jobTitle }\n    }\n  }\n"): (typeof documents)["\n  fragment DealRoles on Deal {\n    id\n    version\n    viewerCan\n    buyingRoles {\n      id\n      role\n      contact { id name jobTitle }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetBuyingRoles($id: ID!, $roles: [BuyingRoleInput!]!, $ifVersion: Int) {\n    setBuyingRoles(id: $id, roles: $roles, ifVersion: $ifVersion) {\n      deal { id ...DealRoles }\n      userErrors { code path message }\n    }\n  }\n"): (typeof documents)["\n  mutation SetBuyingRoles($id: ID!, $roles: [BuyingRoleInput!]!, $ifVersion: Int) {\n    setBuyingRoles(id: $id, roles: $roles, ifVersion: $ifVersion) {\n      deal { id ...DealRoles }\n      userErrors { code path message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateDeal($input: CreateDealInput!, $idempotencyKey: String) {\n    createDeal(input: $input, idempotencyKey: $idempotencyKey) {\n      deal { id ...DealRow }\n      userErrors { code path message }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateDeal($input: CreateDealInput!, $idempotencyKey: String) {\n    createDeal(input: $input, idempotencyKey: $idempotencyKey) {\n      deal { id ...DealRow }\n      userErrors { code path message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment DealFields on Deal {\n    id\n    version\n    name\n    account { id name }\n    owner { id name }\n    amount { amount currency base }\n    expectedCloseDate\n    closedDate\n    category\n    source\n    lostReason\n    description\n    createdAt\n    updatedAt\n    viewerCan\n  }\n"): (typeof documents)["\n  fragment DealFields on Deal {\n    id\n    version\n    name\n    account { id name }\n    owner { id name }\n    amount { amount currency base }\n    expectedCloseDate\n    closedDate\n    category\n    source\n    lostReason\n    description\n    createdAt\n    updatedAt\n    viewerCan\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Deal($id: ID!) {\n    deal(id: $id) {\n      id\n      ...DealRow\n      ...DealFields\n      ...DealLines\n      ...DealRoles\n    }\n  }\n"): (typeof documents)["\n  query Deal($id: ID!) {\n    deal(id: $id) {\n      id\n      ...DealRow\n      ...DealFields\n      ...DealLines\n      ...DealRoles\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteDeal($id: ID!, $cascade: Boolean!) {\n    deleteDeal(id: $id, cascade: $cascade) {\n      deal { id deletedAt }\n      userErrors { code path message }\n    }\n  }\n"): (typeof documents)["\n  mutation DeleteDeal($id: ID!, $cascade: Boolean!) {\n    deleteDeal(id: $id, cascade: $cascade) {\n      deal { id deletedAt }\n      userErrors { code path message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RestoreDeal($id: ID!) {\n    restoreDeal(id: $id) {\n      deal { id ...DealRow }\n      userErrors { code path message }\n    }\n  }\n"): (typeof documents)["\n  mutation RestoreDeal($id: ID!) {\n    restoreDeal(id: $id) {\n      deal { id ...DealRow }\n      userErrors { code path message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment DealLines on Deal {\n    id\n    version\n    viewerCan\n    amount { amount currency base }\n    lineItemsTotal { amount currency base }\n    lineItems {\n      id\n      position\n      quantity\n      product { id name }\n      unitPrice { amount currency base }\n    }\n  }\n"): (typeof documents)["\n  fragment DealLines on Deal {\n    id\n    version\n    viewerCan\n    amount { amount currency base }\n    lineItemsTotal { amount currency base }\n    lineItems {\n      id\n      position\n      quantity\n      product { id name }\n      unitPrice { amount currency base }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetDealLines($id: ID!, $lines: [DealLineInput!]!, $takeOverTotal: Boolean, $ifVersion: Int) {\n    setDealLines(id: $id, lines: $lines, takeOverTotal: $takeOverTotal, ifVersion: $ifVersion) {\n      deal { id ...DealLines ...DealRow }\n      userErrors { code path message }\n    }\n  }\n"): (typeof documents)["\n  mutation SetDealLines($id: ID!, $lines: [DealLineInput!]!, $takeOverTotal: Boolean, $ifVersion: Int) {\n    setDealLines(id: $id, lines: $lines, takeOverTotal: $takeOverTotal, ifVersion: $ifVersion) {\n      deal { id ...DealLines ...DealRow }\n      userErrors { code path message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ProductPrice($id: ID!) {\n    product(id: $id) { id listPrice { amount currency base } }\n  }\n"): (typeof documents)["\n  query ProductPrice($id: ID!) {\n    product(id: $id) { id listPrice { amount currency base } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment DealRow on Deal {\n    id\n    name\n    version\n    account { id name }\n    owner { id name }\n    pipeline { id }\n    stage { id label kind position }\n    amount { amount currency base }\n    expectedCloseDate\n    closedDate\n    stageEnteredDate\n    category\n    source\n    lostReason\n    nextTask { id title dueDate }\n    viewerCan\n    createdAt\n    updatedAt\n  }\n"): (typeof documents)["\n  fragment DealRow on Deal {\n    id\n    name\n    version\n    account { id name }\n    owner { id name }\n    pipeline { id }\n    stage { id label kind position }\n    amount { amount currency base }\n    expectedCloseDate\n    closedDate\n    stageEnteredDate\n    category\n    source\n    lostReason\n    nextTask { id title dueDate }\n    viewerCan\n    createdAt\n    updatedAt\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DealList($filter: DealFilter, $search: String, $orderBy: [DealOrder!], $first: Int!, $after: String) {\n    deals(filter: $filter, search: $search, orderBy: $orderBy, first: $first, after: $after) {\n      nodes { id ...DealRow }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"): (typeof documents)["\n  query DealList($filter: DealFilter, $search: String, $orderBy: [DealOrder!], $first: Int!, $after: String) {\n    deals(filter: $filter, search: $search, orderBy: $orderBy, first: $first, after: $after) {\n      nodes { id ...DealRow }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DealCount($filter: DealFilter, $search: String) {\n    deals(filter: $filter, search: $search, first: 1) {\n      totalCount\n    }\n  }\n"): (typeof documents)["\n  query DealCount($filter: DealFilter, $search: String) {\n    deals(filter: $filter, search: $search, first: 1) {\n      totalCount\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MoveDeal($id: ID!, $stageId: ID!, $amount: MoneyInput, $lostReason: String, $note: String, $idempotencyKey: String) {\n    moveDeal(id: $id, stageId: $stageId, amount: $amount, lostReason: $lostReason, note: $note, idempotencyKey: $idempotencyKey) {\n      deal { id ...DealRow }\n      userErrors { code path message }\n    }\n  }\n"): (typeof documents)["\n  mutation MoveDeal($id: ID!, $stageId: ID!, $amount: MoneyInput, $lostReason: String, $note: String, $idempotencyKey: String) {\n    moveDeal(id: $id, stageId: $stageId, amount: $amount, lostReason: $lostReason, note: $note, idempotencyKey: $idempotencyKey) {\n      deal { id ...DealRow }\n      userErrors { code path message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query StageAmounts($pipelineId: ID!, $filter: DealFilter) {\n    funnel(pipelineId: $pipelineId, filter: $filter) {\n      pipeline { id stages { id kind } }\n      stages {\n        stage { id }\n        amount { amount currency base }\n      }\n      wonAmount { amount currency base }\n    }\n  }\n"): (typeof documents)["\n  query StageAmounts($pipelineId: ID!, $filter: DealFilter) {\n    funnel(pipelineId: $pipelineId, filter: $filter) {\n      pipeline { id stages { id kind } }\n      stages {\n        stage { id }\n        amount { amount currency base }\n      }\n      wonAmount { amount currency base }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateDeal($id: ID!, $input: UpdateDealInput!, $ifVersion: Int, $idempotencyKey: String) {\n    updateDeal(id: $id, input: $input, ifVersion: $ifVersion, idempotencyKey: $idempotencyKey) {\n      deal { id ...DealRow ...DealFields }\n      userErrors { code path message }\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateDeal($id: ID!, $input: UpdateDealInput!, $ifVersion: Int, $idempotencyKey: String) {\n    updateDeal(id: $id, input: $input, ifVersion: $ifVersion, idempotencyKey: $idempotencyKey) {\n      deal { id ...DealRow ...DealFields }\n      userErrors { code path message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ImportProgress on Import {\n    id\n    version\n    name\n    target\n    state\n    dryRun\n    rowsRead\n    rowsCreated\n    rowsUpdated\n    rowsUnchanged\n    rowsRefused\n    rowsUnlinked\n    bytesRead\n    bytesTotal\n    failure\n    refusedUrl\n    startedBy { id name }\n    createdAt\n    finishedAt\n  }\n"): (typeof documents)["\n  fragment ImportProgress on Import {\n    id\n    version\n    name\n    target\n    state\n    dryRun\n    rowsRead\n    rowsCreated\n    rowsUpdated\n    rowsUnchanged\n    rowsRefused\n    rowsUnlinked\n    bytesRead\n    bytesTotal\n    failure\n    refusedUrl\n    startedBy { id name }\n    createdAt\n    finishedAt\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ImportPreview($uploadId: ID!) {\n    importPreview(uploadId: $uploadId, rows: 8) {\n      encoding\n      delimiter\n      headerLine\n      columns { name samples }\n      rows\n      refused { number reason }\n    }\n  }\n"): (typeof documents)["\n  query ImportPreview($uploadId: ID!) {\n    importPreview(uploadId: $uploadId, rows: 8) {\n      encoding\n      delimiter\n      headerLine\n      columns { name samples }\n      rows\n      refused { number reason }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Import($id: ID!) {\n    import(id: $id) { ...ImportProgress }\n  }\n"): (typeof documents)["\n  query Import($id: ID!) {\n    import(id: $id) { ...ImportProgress }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ImportList($first: Int!, $after: String) {\n    imports(first: $first, after: $after, orderBy: [{ field: CREATED_AT, direction: DESC }]) {\n      nodes { id ...ImportProgress }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"): (typeof documents)["\n  query ImportList($first: Int!, $after: String) {\n    imports(first: $first, after: $after, orderBy: [{ field: CREATED_AT, direction: DESC }]) {\n      nodes { id ...ImportProgress }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation StartImport($input: StartImportInput!, $idempotencyKey: String) {\n    startImport(input: $input, idempotencyKey: $idempotencyKey) {\n      import { id ...ImportProgress }\n      userErrors { code path message }\n    }\n  }\n"): (typeof documents)["\n  mutation StartImport($input: StartImportInput!, $idempotencyKey: String) {\n    startImport(input: $input, idempotencyKey: $idempotencyKey) {\n      import { id ...ImportProgress }\n      userErrors { code path message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CancelImport($id: ID!) {\n    cancelImport(id: $id) {\n      import { id ...ImportProgress }\n      userErrors { code path message }\n    }\n  }\n"): (typeof documents)["\n  mutation CancelImport($id: ID!) {\n    cancelImport(id: $id) {\n      import { id ...ImportProgress }\n      userErrors { code path message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment FigureDeal on Deal {\n    id\n    name\n    account { id name }\n    owner { id name }\n    stage { id label kind }\n    amount { amount currency }\n    expectedCloseDate\n    closedDate\n  }\n"): (typeof documents)["\n  fragment FigureDeal on Deal {\n    id\n    name\n    account { id name }\n    owner { id name }\n    stage { id label kind }\n    amount { amount currency }\n    expectedCloseDate\n    closedDate\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query StageFigureDeals(\n    $pipelineId: ID!, $filter: DealFilter, $period: PeriodInput, $asOf: DateTime\n    $figure: FunnelStageFigure!, $orderBy: [DealOrder!], $first: Int!, $after: String\n  ) {\n    funnel(pipelineId: $pipelineId, filter: $filter, period: $period, asOf: $asOf) {\n      stages {\n        stage { id }\n        deals(figure: $figure, orderBy: $orderBy, first: $first, after: $after) {\n          nodes { id ...FigureDeal }\n          pageInfo { hasNextPage endCursor }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query StageFigureDeals(\n    $pipelineId: ID!, $filter: DealFilter, $period: PeriodInput, $asOf: DateTime\n    $figure: FunnelStageFigure!, $orderBy: [DealOrder!], $first: Int!, $after: String\n  ) {\n    funnel(pipelineId: $pipelineId, filter: $filter, period: $period, asOf: $asOf) {\n      stages {\n        stage { id }\n        deals(figure: $figure, orderBy: $orderBy, first: $first, after: $after) {\n          nodes { id ...FigureDeal }\n          pageInfo { hasNextPage endCursor }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query StageFigureCount(\n    $pipelineId: ID!, $filter: DealFilter, $period: PeriodInput, $asOf: DateTime, $figure: FunnelStageFigure!\n  ) {\n    funnel(pipelineId: $pipelineId, filter: $filter, period: $period, asOf: $asOf) {\n      stages {\n        stage { id }\n        deals(figure: $figure, first: 1) { totalCount }\n      }\n    }\n  }\n"): (typeof documents)["\n  query StageFigureCount(\n    $pipelineId: ID!, $filter: DealFilter, $period: PeriodInput, $asOf: DateTime, $figure: FunnelStageFigure!\n  ) {\n    funnel(pipelineId: $pipelineId, filter: $filter, period: $period, asOf: $asOf) {\n      stages {\n        stage { id }\n        deals(figure: $figure, first: 1) { totalCount }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FunnelFigureDeals(\n    $pipelineId: ID!, $filter: DealFilter, $period: PeriodInput, $asOf: DateTime\n    $figure: FunnelFigure!, $orderBy: [DealOrder!], $first: Int!, $after: String\n  ) {\n    funnel(pipelineId: $pipelineId, filter: $filter, period: $period, asOf: $asOf) {\n      deals(figure: $figure, orderBy: $orderBy, first: $first, after: $after) {\n        nodes { id ...FigureDeal }\n        pageInfo { hasNextPage endCursor }\n      }\n    }\n  }\n"): (typeof documents)["\n  query FunnelFigureDeals(\n    $pipelineId: ID!, $filter: DealFilter, $period: PeriodInput, $asOf: DateTime\n    $figure: FunnelFigure!, $orderBy: [DealOrder!], $first: Int!, $after: String\n  ) {\n    funnel(pipelineId: $pipelineId, filter: $filter, period: $period, asOf: $asOf) {\n      deals(figure: $figure, orderBy: $orderBy, first: $first, after: $after) {\n        nodes { id ...FigureDeal }\n        pageInfo { hasNextPage endCursor }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FunnelFigureCount(\n    $pipelineId: ID!, $filter: DealFilter, $period: PeriodInput, $asOf: DateTime, $figure: FunnelFigure!\n  ) {\n    funnel(pipelineId: $pipelineId, filter: $filter, period: $period, asOf: $asOf) {\n      deals(figure: $figure, first: 1) { totalCount }\n    }\n  }\n"): (typeof documents)["\n  query FunnelFigureCount(\n    $pipelineId: ID!, $filter: DealFilter, $period: PeriodInput, $asOf: DateTime, $figure: FunnelFigure!\n  ) {\n    funnel(pipelineId: $pipelineId, filter: $filter, period: $period, asOf: $asOf) {\n      deals(figure: $figure, first: 1) { totalCount }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OpenDeals($filter: DealFilter, $asOf: DateTime, $orderBy: [DealOrder!], $first: Int!, $after: String) {\n    deals(filter: $filter, asOf: $asOf, orderBy: $orderBy, first: $first, after: $after) {\n      nodes { id ...FigureDeal }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"): (typeof documents)["\n  query OpenDeals($filter: DealFilter, $asOf: DateTime, $orderBy: [DealOrder!], $first: Int!, $after: String) {\n    deals(filter: $filter, asOf: $asOf, orderBy: $orderBy, first: $first, after: $after) {\n      nodes { id ...FigureDeal }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OpenDealCount($filter: DealFilter, $asOf: DateTime) {\n    deals(filter: $filter, asOf: $asOf, first: 1) { totalCount }\n  }\n"): (typeof documents)["\n  query OpenDealCount($filter: DealFilter, $asOf: DateTime) {\n    deals(filter: $filter, asOf: $asOf, first: 1) { totalCount }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ForecastFigureDeals(\n    $period: PeriodInput!, $ownerId: ID, $teamId: ID, $asOf: DateTime\n    $figure: ForecastFigure, $orderBy: [DealOrder!], $first: Int!, $after: String\n  ) {\n    forecast(period: $period, ownerId: $ownerId, teamId: $teamId, asOf: $asOf) {\n      deals(figure: $figure, orderBy: $orderBy, first: $first, after: $after) {\n        nodes { id ...FigureDeal }\n        pageInfo { hasNextPage endCursor }\n      }\n    }\n  }\n"): (typeof documents)["\n  query ForecastFigureDeals(\n    $period: PeriodInput!, $ownerId: ID, $teamId: ID, $asOf: DateTime\n    $figure: ForecastFigure, $orderBy: [DealOrder!], $first: Int!, $after: String\n  ) {\n    forecast(period: $period, ownerId: $ownerId, teamId: $teamId, asOf: $asOf) {\n      deals(figure: $figure, orderBy: $orderBy, first: $first, after: $after) {\n        nodes { id ...FigureDeal }\n        pageInfo { hasNextPage endCursor }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ForecastFigureCount(\n    $period: PeriodInput!, $ownerId: ID, $teamId: ID, $asOf: DateTime, $figure: ForecastFigure\n  ) {\n    forecast(period: $period, ownerId: $ownerId, teamId: $teamId, asOf: $asOf) {\n      deals(figure: $figure, first: 1) { totalCount }\n    }\n  }\n"): (typeof documents)["\n  query ForecastFigureCount(\n    $period: PeriodInput!, $ownerId: ID, $teamId: ID, $asOf: DateTime, $figure: ForecastFigure\n  ) {\n    forecast(period: $period, ownerId: $ownerId, teamId: $teamId, asOf: $asOf) {\n      deals(figure: $figure, first: 1) { totalCount }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ForecastFigures($period: PeriodInput!, $ownerId: ID, $teamId: ID, $asOf: DateTime) {\n    forecast(period: $period, ownerId: $ownerId, teamId: $teamId, asOf: $asOf) {\n      target { amount currency }\n      closed { amount currency }\n      commit { amount currency }\n      bestCase { amount currency }\n      pipeline { amount currency }\n      weighted { amount currency }\n      undated { amount currency }\n      expected { amount currency }\n      low { amount currency }\n      high { amount currency }\n      gap { amount currency }\n      coverage\n      targetProbability\n    }\n  }\n"): (typeof documents)["\n  query ForecastFigures($period: PeriodInput!, $ownerId: ID, $teamId: ID, $asOf: DateTime) {\n    forecast(period: $period, ownerId: $ownerId, teamId: $teamId, asOf: $asOf) {\n      target { amount currency }\n      closed { amount currency }\n      commit { amount currency }\n      bestCase { amount currency }\n      pipeline { amount currency }\n      weighted { amount currency }\n      undated { amount currency }\n      expected { amount currency }\n      low { amount currency }\n      high { amount currency }\n      gap { amount currency }\n      coverage\n      targetProbability\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FunnelFigures($pipelineId: ID!, $filter: DealFilter, $period: PeriodInput, $asOf: DateTime) {\n    funnel(pipelineId: $pipelineId, filter: $filter, period: $period, asOf: $asOf) {\n      stages {\n        stage { id label }\n        count\n        amount { amount currency }\n        weightedAmount { amount currency }\n        entered\n        left\n        advanced\n        conversionRate\n        medianDays\n        p90Days\n      }\n      wonCount\n      lostCount\n      wonAmount { amount currency }\n      winRate\n    }\n  }\n"): (typeof documents)["\n  query FunnelFigures($pipelineId: ID!, $filter: DealFilter, $period: PeriodInput, $asOf: DateTime) {\n    funnel(pipelineId: $pipelineId, filter: $filter, period: $period, asOf: $asOf) {\n      stages {\n        stage { id label }\n        count\n        amount { amount currency }\n        weightedAmount { amount currency }\n        entered\n        left\n        advanced\n        conversionRate\n        medianDays\n        p90Days\n      }\n      wonCount\n      lostCount\n      wonAmount { amount currency }\n      winRate\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SalesTeams($withTeamless: Boolean!) {\n    teams {\n      id\n      name\n      parent { id }\n      manager { id }\n      members { id name active }\n    }\n    users(first: 200, filter: { active: { eq: true }, teamId: { isNull: true } }) @include(if: $withTeamless) {\n      nodes { id name }\n    }\n  }\n"): (typeof documents)["\n  query SalesTeams($withTeamless: Boolean!) {\n    teams {\n      id\n      name\n      parent { id }\n      manager { id }\n      members { id name active }\n    }\n    users(first: 200, filter: { active: { eq: true }, teamId: { isNull: true } }) @include(if: $withTeamless) {\n      nodes { id name }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateChoice($input: CreateChoiceInput!, $idempotencyKey: String) {\n    createChoice(input: $input, idempotencyKey: $idempotencyKey) {\n      choice { id ...ChoiceSettings }\n      userErrors { code path message }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateChoice($input: CreateChoiceInput!, $idempotencyKey: String) {\n    createChoice(input: $input, idempotencyKey: $idempotencyKey) {\n      choice { id ...ChoiceSettings }\n      userErrors { code path message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateChoice($id: ID!, $input: UpdateChoiceInput!, $ifVersion: Int) {\n    updateChoice(id: $id, input: $input, ifVersion: $ifVersion) {\n      choice { id ...ChoiceSettings }\n      userErrors { code path message }\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateChoice($id: ID!, $input: UpdateChoiceInput!, $ifVersion: Int) {\n    updateChoice(id: $id, input: $input, ifVersion: $ifVersion) {\n      choice { id ...ChoiceSettings }\n      userErrors { code path message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ChoiceSettings on Choice {\n    id\n    version\n    list\n    key\n    name\n    label\n    translations { language text }\n    active\n    position\n    viewerCan\n  }\n"): (typeof documents)["\n  fragment ChoiceSettings on Choice {\n    id\n    version\n    list\n    key\n    name\n    label\n    translations { language text }\n    active\n    position\n    viewerCan\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SettingsChoices($list: String!) {\n    choices(list: $list) { id ...ChoiceSettings }\n  }\n"): (typeof documents)["\n  query SettingsChoices($list: String!) {\n    choices(list: $list) { id ...ChoiceSettings }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment CompanySettings on Company {\n    id\n    version\n    name\n    timeZone\n    fiscalYearStartMonth\n    defaultLanguage\n    baseCurrency\n    viewerCan\n  }\n"): (typeof documents)["\n  fragment CompanySettings on Company {\n    id\n    version\n    name\n    timeZone\n    fiscalYearStartMonth\n    defaultLanguage\n    baseCurrency\n    viewerCan\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CompanySettingsPage {\n    company { id ...CompanySettings }\n  }\n"): (typeof documents)["\n  query CompanySettingsPage {\n    company { id ...CompanySettings }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateCompany($id: ID!, $input: UpdateCompanyInput!, $ifVersion: Int) {\n    updateCompany(id: $id, input: $input, ifVersion: $ifVersion) {\n      company { id ...CompanySettings }\n      userErrors { code path message }\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateCompany($id: ID!, $input: UpdateCompanyInput!, $ifVersion: Int) {\n    updateCompany(id: $id, input: $input, ifVersion: $ifVersion) {\n      company { id ...CompanySettings }\n      userErrors { code path message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreatePerson($input: CreateUserInput!, $idempotencyKey: String) {\n    createUser(input: $input, idempotencyKey: $idempotencyKey) {\n      user { id ...PersonSettings }\n      userErrors { code path message }\n    }\n  }\n"): (typeof documents)["\n  mutation CreatePerson($input: CreateUserInput!, $idempotencyKey: String) {\n    createUser(input: $input, idempotencyKey: $idempotencyKey) {\n      user { id ...PersonSettings }\n      userErrors { code path message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateTeam($input: CreateTeamInput!, $idempotencyKey: String) {\n    createTeam(input: $input, idempotencyKey: $idempotencyKey) {\n      team { id ...TeamSettings }\n      userErrors { code path message }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateTeam($input: CreateTeamInput!, $idempotencyKey: String) {\n    createTeam(input: $input, idempotencyKey: $idempotencyKey) {\n      team { id ...TeamSettings }\n      userErrors { code path message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateTeam($id: ID!, $input: UpdateTeamInput!, $ifVersion: Int) {\n    updateTeam(id: $id, input: $input, ifVersion: $ifVersion) {\n      team { id ...TeamSettings }\n      userErrors { code path message }\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateTeam($id: ID!, $input: UpdateTeamInput!, $ifVersion: Int) {\n    updateTeam(id: $id, input: $input, ifVersion: $ifVersion) {\n      team { id ...TeamSettings }\n      userErrors { code path message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteTeam($id: ID!) {\n    deleteTeam(id: $id) {\n      team { id }\n      userErrors { code path message }\n    }\n  }\n"): (typeof documents)["\n  mutation DeleteTeam($id: ID!) {\n    deleteTeam(id: $id) {\n      team { id }\n      userErrors { code path message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RestoreTeam($id: ID!) {\n    restoreTeam(id: $id) {\n      team { id ...TeamSettings }\n      userErrors { code path message }\n    }\n  }\n"): (typeof documents)["\n  mutation RestoreTeam($id: ID!) {\n    restoreTeam(id: $id) {\n      team { id ...TeamSettings }\n      userErrors { code path message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment PersonSettings on User {\n    id\n    version\n    name\n    email\n    roleKey\n    language\n    timeZone\n    active\n    team { id name }\n    createdAt\n    viewerCan\n  }\n"): (typeof documents)["\n  fragment PersonSettings on User {\n    id\n    version\n    name\n    email\n    roleKey\n    language\n    timeZone\n    active\n    team { id name }\n    createdAt\n    viewerCan\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TeamSettings on Team {\n    id\n    version\n    name\n    parent { id name }\n    manager { id name }\n    viewerCan\n  }\n"): (typeof documents)["\n  fragment TeamSettings on Team {\n    id\n    version\n    name\n    parent { id name }\n    manager { id name }\n    viewerCan\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SettingsPeople($after: String) {\n    users(first: 200, after: $after, orderBy: [{ field: NAME, direction: ASC }]) {\n      nodes { id ...PersonSettings }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"): (typeof documents)["\n  query SettingsPeople($after: String) {\n    users(first: 200, after: $after, orderBy: [{ field: NAME, direction: ASC }]) {\n      nodes { id ...PersonSettings }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SettingsTeams {\n    teams { id ...TeamSettings }\n  }\n"): (typeof documents)["\n  query SettingsTeams {\n    teams { id ...TeamSettings }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdatePerson($id: ID!, $input: UpdateUserInput!, $ifVersion: Int) {\n    updateUser(id: $id, input: $input, ifVersion: $ifVersion) {\n      user { id ...PersonSettings }\n      userErrors { code path message }\n    }\n  }\n"): (typeof documents)["\n  mutation UpdatePerson($id: ID!, $input: UpdateUserInput!, $ifVersion: Int) {\n    updateUser(id: $id, input: $input, ifVersion: $ifVersion) {\n      user { id ...PersonSettings }\n      userErrors { code path message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreatePipeline($input: CreatePipelineInput!, $idempotencyKey: String) {\n    createPipeline(input: $input, idempotencyKey: $idempotencyKey) {\n      pipeline { id ...PipelineSettings stages { id ...StageSettings } }\n      userErrors { code path message }\n    }\n  }\n"): (typeof documents)["\n  mutation CreatePipeline($input: CreatePipelineInput!, $idempotencyKey: String) {\n    createPipeline(input: $input, idempotencyKey: $idempotencyKey) {\n      pipeline { id ...PipelineSettings stages { id ...StageSettings } }\n      userErrors { code path message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateStage($input: CreateStageInput!, $idempotencyKey: String) {\n    createStage(input: $input, idempotencyKey: $idempotencyKey) {\n      stage { id ...StageSettings }\n      userErrors { code path message }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateStage($input: CreateStageInput!, $idempotencyKey: String) {\n    createStage(input: $input, idempotencyKey: $idempotencyKey) {\n      stage { id ...StageSettings }\n      userErrors { code path message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdatePipeline($id: ID!, $input: UpdatePipelineInput!, $ifVersion: Int) {\n    updatePipeline(id: $id, input: $input, ifVersion: $ifVersion) {\n      pipeline { id ...PipelineSettings }\n      userErrors { code path message }\n    }\n  }\n"): (typeof documents)["\n  mutation UpdatePipeline($id: ID!, $input: UpdatePipelineInput!, $ifVersion: Int) {\n    updatePipeline(id: $id, input: $input, ifVersion: $ifVersion) {\n      pipeline { id ...PipelineSettings }\n      userErrors { code path message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query StageDeals($stageId: ID!) {\n    deals(filter: { stageId: { eq: $stageId } }, first: 1) { totalCount(atMost: 10000) }\n  }\n"): (typeof documents)["\n  query StageDeals($stageId: ID!) {\n    deals(filter: { stageId: { eq: $stageId } }, first: 1) { totalCount(atMost: 10000) }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteStage($id: ID!) {\n    deleteStage(id: $id) {\n      stage { id }\n      userErrors { code path message }\n    }\n  }\n"): (typeof documents)["\n  mutation DeleteStage($id: ID!) {\n    deleteStage(id: $id) {\n      stage { id }\n      userErrors { code path message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PlaceStage($id: ID!, $position: Int!) {\n    updateStage(id: $id, input: { position: $position }) {\n      stage {\n        id\n        ...StageSettings\n        pipeline { id stages { id position version } }\n      }\n      userErrors { code path message }\n    }\n  }\n"): (typeof documents)["\n  mutation PlaceStage($id: ID!, $position: Int!) {\n    updateStage(id: $id, input: { position: $position }) {\n      stage {\n        id\n        ...StageSettings\n        pipeline { id stages { id position version } }\n      }\n      userErrors { code path message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment StageSettings on Stage {\n    id\n    version\n    name\n    label\n    translations { language text }\n    kind\n    probability\n    position\n    viewerCan\n  }\n"): (typeof documents)["\n  fragment StageSettings on Stage {\n    id\n    version\n    name\n    label\n    translations { language text }\n    kind\n    probability\n    position\n    viewerCan\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment PipelineSettings on Pipeline {\n    id\n    version\n    name\n    label\n    translations { language text }\n    active\n    position\n    viewerCan\n  }\n"): (typeof documents)["\n  fragment PipelineSettings on Pipeline {\n    id\n    version\n    name\n    label\n    translations { language text }\n    active\n    position\n    viewerCan\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SettingsPipelines {\n    pipelines {\n      id\n      ...PipelineSettings\n      stages { id ...StageSettings }\n    }\n  }\n"): (typeof documents)["\n  query SettingsPipelines {\n    pipelines {\n      id\n      ...PipelineSettings\n      stages { id ...StageSettings }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateStage($id: ID!, $input: UpdateStageInput!, $ifVersion: Int) {\n    updateStage(id: $id, input: $input, ifVersion: $ifVersion) {\n      stage { id ...StageSettings }\n      userErrors { code path message }\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateStage($id: ID!, $input: UpdateStageInput!, $ifVersion: Int) {\n    updateStage(id: $id, input: $input, ifVersion: $ifVersion) {\n      stage { id ...StageSettings }\n      userErrors { code path message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OwnTokens {\n    accessTokens { id name scope createdAt expiresAt lastUsedAt }\n  }\n"): (typeof documents)["\n  query OwnTokens {\n    accessTokens { id name scope createdAt expiresAt lastUsedAt }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RevokeToken($id: ID!) {\n    revokeAccessToken(id: $id) {\n      userErrors { code path message }\n    }\n  }\n"): (typeof documents)["\n  mutation RevokeToken($id: ID!) {\n    revokeAccessToken(id: $id) {\n      userErrors { code path message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateToken($input: CreateAccessTokenInput!) {\n    createAccessToken(input: $input) {\n      accessToken { id name }\n      secret\n      userErrors { code path message }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateToken($input: CreateAccessTokenInput!) {\n    createAccessToken(input: $input) {\n      accessToken { id name }\n      secret\n      userErrors { code path message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChangePassword($input: ChangePasswordInput!) {\n    changePassword(input: $input) {\n      userErrors { code path message }\n    }\n  }\n"): (typeof documents)["\n  mutation ChangePassword($input: ChangePasswordInput!) {\n    changePassword(input: $input) {\n      userErrors { code path message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OwnProfile {\n    viewer { id ...PersonSettings }\n  }\n"): (typeof documents)["\n  query OwnProfile {\n    viewer { id ...PersonSettings }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OwnSessions {\n    sessions { id address userAgent createdAt lastSeenAt current }\n  }\n"): (typeof documents)["\n  query OwnSessions {\n    sessions { id address userAgent createdAt lastSeenAt current }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RevokeSession($id: ID!) {\n    revokeSession(id: $id) {\n      userErrors { code path message }\n    }\n  }\n"): (typeof documents)["\n  mutation RevokeSession($id: ID!) {\n    revokeSession(id: $id) {\n      userErrors { code path message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetExchangeRate($input: SetExchangeRateInput!) {\n    setExchangeRate(input: $input) {\n      exchangeRate { id ...RateSettings }\n      userErrors { code path message }\n    }\n  }\n"): (typeof documents)["\n  mutation SetExchangeRate($input: SetExchangeRateInput!) {\n    setExchangeRate(input: $input) {\n      exchangeRate { id ...RateSettings }\n      userErrors { code path message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment RateSettings on ExchangeRate {\n    id\n    version\n    currency\n    date\n    rate\n    viewerCan\n  }\n"): (typeof documents)["\n  fragment RateSettings on ExchangeRate {\n    id\n    version\n    currency\n    date\n    rate\n    viewerCan\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SettingsRates($after: String) {\n    exchangeRates(\n      first: 200\n      after: $after\n      orderBy: [{ field: CURRENCY, direction: ASC }, { field: DATE, direction: DESC }]\n    ) {\n      nodes { id ...RateSettings }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"): (typeof documents)["\n  query SettingsRates($after: String) {\n    exchangeRates(\n      first: 200\n      after: $after\n      orderBy: [{ field: CURRENCY, direction: ASC }, { field: DATE, direction: DESC }]\n    ) {\n      nodes { id ...RateSettings }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TargetSettings on Target {\n    id\n    version\n    quarterStart\n    amount { amount currency base }\n    owner { id }\n    team { id }\n    viewerCan\n  }\n"): (typeof documents)["\n  fragment TargetSettings on Target {\n    id\n    version\n    quarterStart\n    amount { amount currency base }\n    owner { id }\n    team { id }\n    viewerCan\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SettingsTargets($from: Date!, $to: Date!, $after: String) {\n    targets(first: 200, after: $after, filter: { quarterStart: { gte: $from, lte: $to } }) {\n      nodes { id ...TargetSettings }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"): (typeof documents)["\n  query SettingsTargets($from: Date!, $to: Date!, $after: String) {\n    targets(first: 200, after: $after, filter: { quarterStart: { gte: $from, lte: $to } }) {\n      nodes { id ...TargetSettings }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetTarget($input: SetTargetInput!) {\n    setTarget(input: $input) {\n      target { id ...TargetSettings }\n      userErrors { code path message }\n    }\n  }\n"): (typeof documents)["\n  mutation SetTarget($input: SetTargetInput!) {\n    setTarget(input: $input) {\n      target { id ...TargetSettings }\n      userErrors { code path message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription LiveEvents($afterSeq: String) {\n    recordEvents(afterSeq: $afterSeq) {\n      id\n      seq\n      kind\n      recordId\n      action\n      changes { field from { __typename ... on ReferenceValue { id } } }\n      record {\n        __typename\n        id\n        ... on Deal {\n          stage { id }\n          ...DealRow\n        }\n        ... on Account { ...AccountRow }\n        ... on Contact { ...ContactRow }\n        ... on Product { ...ProductRow }\n        ... on User { ...PersonSettings }\n        ... on Team { ...TeamSettings }\n        ... on Company { name companyZone: timeZone fiscalYearStartMonth defaultLanguage version }\n        ... on Pipeline { ...PipelineSettings }\n        ... on Stage { ...StageSettings }\n        ... on Choice { ...ChoiceSettings }\n        ... on ExchangeRate { ...RateSettings }\n        ... on Target { ...TargetSettings }\n        ... on Import { ...ImportProgress }\n        ... on Note { body version deal { __typename id } account { __typename id } contact { __typename id } }\n        ... on Task { title dueDate completedAt version deal { __typename id } account { __typename id } contact { __typename id } }\n      }\n    }\n  }\n"): (typeof documents)["\n  subscription LiveEvents($afterSeq: String) {\n    recordEvents(afterSeq: $afterSeq) {\n      id\n      seq\n      kind\n      recordId\n      action\n      changes { field from { __typename ... on ReferenceValue { id } } }\n      record {\n        __typename\n        id\n        ... on Deal {\n          stage { id }\n          ...DealRow\n        }\n        ... on Account { ...AccountRow }\n        ... on Contact { ...ContactRow }\n        ... on Product { ...ProductRow }\n        ... on User { ...PersonSettings }\n        ... on Team { ...TeamSettings }\n        ... on Company { name companyZone: timeZone fiscalYearStartMonth defaultLanguage version }\n        ... on Pipeline { ...PipelineSettings }\n        ... on Stage { ...StageSettings }\n        ... on Choice { ...ChoiceSettings }\n        ... on ExchangeRate { ...RateSettings }\n        ... on Target { ...TargetSettings }\n        ... on Import { ...ImportProgress }\n        ... on Note { body version deal { __typename id } account { __typename id } contact { __typename id } }\n        ... on Task { title dueDate completedAt version deal { __typename id } account { __typename id } contact { __typename id } }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Session {\n    viewer {\n      id\n      name\n      email\n      language\n      timeZone\n      roleKey\n      team { id name }\n    }\n  }\n"): (typeof documents)["\n  query Session {\n    viewer {\n      id\n      name\n      email\n      language\n      timeZone\n      roleKey\n      team { id name }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Company {\n    company { id name baseCurrency timeZone fiscalYearStartMonth }\n    viewer {\n      id\n      name\n      email\n      language\n      timeZone\n      roleKey\n      team { id name }\n    }\n  }\n"): (typeof documents)["\n  query Company {\n    company { id name baseCurrency timeZone fiscalYearStartMonth }\n    viewer {\n      id\n      name\n      email\n      language\n      timeZone\n      roleKey\n      team { id name }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetLanguage($id: ID!, $language: String!) {\n    updateUser(id: $id, input: { language: $language }) {\n      user { id language }\n      userErrors { code path message }\n    }\n  }\n"): (typeof documents)["\n  mutation SetLanguage($id: ID!, $language: String!) {\n    updateUser(id: $id, input: { language: $language }) {\n      user { id language }\n      userErrors { code path message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Choices($list: String!) {\n    choices(list: $list) { id key label position active }\n  }\n"): (typeof documents)["\n  query Choices($list: String!) {\n    choices(list: $list) { id key label position active }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RecordOptions($query: String!, $kinds: [RecordKind!]) {\n    search(query: $query, kinds: $kinds, first: 12) {\n      kind\n      title\n      node { __typename id }\n    }\n  }\n"): (typeof documents)["\n  query RecordOptions($query: String!, $kinds: [RecordKind!]) {\n    search(query: $query, kinds: $kinds, first: 12) {\n      kind\n      title\n      node { __typename id }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RecentOptions($accounts: Boolean!, $contacts: Boolean!, $products: Boolean!, $users: Boolean!, $teams: Boolean!) {\n    accounts(first: 12, orderBy: [{ field: UPDATED_AT, direction: DESC }]) @include(if: $accounts) { nodes { id name } }\n    contacts(first: 12, orderBy: [{ field: UPDATED_AT, direction: DESC }]) @include(if: $contacts) { nodes { id name } }\n    products(first: 50, orderBy: [{ field: NAME, direction: ASC }]) @include(if: $products) { nodes { id name } }\n    users(first: 100, filter: { active: { eq: true } }, orderBy: [{ field: NAME, direction: ASC }]) @include(if: $users) { nodes { id name } }\n    teams @include(if: $teams) { id name }\n  }\n"): (typeof documents)["\n  query RecentOptions($accounts: Boolean!, $contacts: Boolean!, $products: Boolean!, $users: Boolean!, $teams: Boolean!) {\n    accounts(first: 12, orderBy: [{ field: UPDATED_AT, direction: DESC }]) @include(if: $accounts) { nodes { id name } }\n    contacts(first: 12, orderBy: [{ field: UPDATED_AT, direction: DESC }]) @include(if: $contacts) { nodes { id name } }\n    products(first: 50, orderBy: [{ field: NAME, direction: ASC }]) @include(if: $products) { nodes { id name } }\n    users(first: 100, filter: { active: { eq: true } }, orderBy: [{ field: NAME, direction: ASC }]) @include(if: $users) { nodes { id name } }\n    teams @include(if: $teams) { id name }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RecordLabel($id: ID!) {\n    node(id: $id) {\n      __typename\n      id\n      ... on Account { name }\n      ... on Contact { name }\n      ... on Product { name }\n      ... on User { name }\n      ... on Team { name }\n    }\n  }\n"): (typeof documents)["\n  query RecordLabel($id: ID!) {\n    node(id: $id) {\n      __typename\n      id\n      ... on Account { name }\n      ... on Contact { name }\n      ... on Product { name }\n      ... on User { name }\n      ... on Team { name }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Pipelines {\n    pipelines {\n      id\n      label\n      active\n      position\n      stages { id label kind probability position }\n    }\n  }\n"): (typeof documents)["\n  query Pipelines {\n    pipelines {\n      id\n      label\n      active\n      position\n      stages { id label kind probability position }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateTask($input: CreateTaskInput!, $idempotencyKey: String) {\n    createTask(input: $input, idempotencyKey: $idempotencyKey) {\n      task {\n        id\n        ...OpenTask\n        deal { id ...DealRow }\n      }\n      userErrors { code path message }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateTask($input: CreateTaskInput!, $idempotencyKey: String) {\n    createTask(input: $input, idempotencyKey: $idempotencyKey) {\n      task {\n        id\n        ...OpenTask\n        deal { id ...DealRow }\n      }\n      userErrors { code path message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment OpenTask on Task {\n    id\n    title\n    dueDate\n    completedAt\n    owner { id name }\n    viewerCan\n  }\n"): (typeof documents)["\n  fragment OpenTask on Task {\n    id\n    title\n    dueDate\n    completedAt\n    owner { id name }\n    viewerCan\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OpenTasks($filter: TaskFilter!) {\n    tasks(filter: $filter, orderBy: [{ field: DUE_DATE, direction: ASC, nulls: LAST }], first: 50) {\n      nodes { id ...OpenTask }\n    }\n  }\n"): (typeof documents)["\n  query OpenTasks($filter: TaskFilter!) {\n    tasks(filter: $filter, orderBy: [{ field: DUE_DATE, direction: ASC, nulls: LAST }], first: 50) {\n      nodes { id ...OpenTask }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CompleteTask($id: ID!, $done: Boolean) {\n    completeTask(id: $id, done: $done) {\n      task {\n        id\n        completedAt\n        deal { id ...DealRow }\n      }\n      userErrors { code path message }\n    }\n  }\n"): (typeof documents)["\n  mutation CompleteTask($id: ID!, $done: Boolean) {\n    completeTask(id: $id, done: $done) {\n      task {\n        id\n        completedAt\n        deal { id ...DealRow }\n      }\n      userErrors { code path message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteTask($id: ID!) {\n    deleteTask(id: $id) {\n      task { id deletedAt deal { id ...DealRow } }\n      userErrors { code path message }\n    }\n  }\n"): (typeof documents)["\n  mutation DeleteTask($id: ID!) {\n    deleteTask(id: $id) {\n      task { id deletedAt deal { id ...DealRow } }\n      userErrors { code path message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RestoreTask($id: ID!) {\n    restoreTask(id: $id) {\n      task { id deletedAt deal { id ...DealRow } }\n      userErrors { code path message }\n    }\n  }\n"): (typeof documents)["\n  mutation RestoreTask($id: ID!) {\n    restoreTask(id: $id) {\n      task { id deletedAt deal { id ...DealRow } }\n      userErrors { code path message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ChangedValue on FieldValue {\n    __typename\n    ... on TextValue { text: value }\n    ... on NumberValue { number: value }\n    ... on MoneyValue { amount currency }\n    ... on DateValue { date: value }\n    ... on DateTimeValue { instant: value }\n    ... on BooleanValue { boolean: value }\n    ... on ReferenceValue { id label }\n  }\n"): (typeof documents)["\n  fragment ChangedValue on FieldValue {\n    __typename\n    ... on TextValue { text: value }\n    ... on NumberValue { number: value }\n    ... on MoneyValue { amount currency }\n    ... on DateValue { date: value }\n    ... on DateTimeValue { instant: value }\n    ... on BooleanValue { boolean: value }\n    ... on ReferenceValue { id label }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment NoteBody on Note {\n    id\n    body\n    version\n    viewerCan\n  }\n"): (typeof documents)["\n  fragment NoteBody on Note {\n    id\n    body\n    version\n    viewerCan\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateNote($id: ID!, $input: UpdateNoteInput!, $ifVersion: Int, $idempotencyKey: String) {\n    updateNote(id: $id, input: $input, ifVersion: $ifVersion, idempotencyKey: $idempotencyKey) {\n      note { id ...NoteBody }\n      userErrors { code path message }\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateNote($id: ID!, $input: UpdateNoteInput!, $ifVersion: Int, $idempotencyKey: String) {\n    updateNote(id: $id, input: $input, ifVersion: $ifVersion, idempotencyKey: $idempotencyKey) {\n      note { id ...NoteBody }\n      userErrors { code path message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteNote($id: ID!) {\n    deleteNote(id: $id) {\n      note { id deletedAt }\n      userErrors { code path message }\n    }\n  }\n"): (typeof documents)["\n  mutation DeleteNote($id: ID!) {\n    deleteNote(id: $id) {\n      note { id deletedAt }\n      userErrors { code path message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RestoreNote($id: ID!) {\n    restoreNote(id: $id) {\n      note { id ...NoteBody }\n      userErrors { code path message }\n    }\n  }\n"): (typeof documents)["\n  mutation RestoreNote($id: ID!) {\n    restoreNote(id: $id) {\n      note { id ...NoteBody }\n      userErrors { code path message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateNote($input: CreateNoteInput!, $idempotencyKey: String) {\n    createNote(input: $input, idempotencyKey: $idempotencyKey) {\n      note { id body }\n      userErrors { code path message }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateNote($input: CreateNoteInput!, $idempotencyKey: String) {\n    createNote(input: $input, idempotencyKey: $idempotencyKey) {\n      note { id body }\n      userErrors { code path message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TimelinePage on Timeline {\n    edges {\n      node {\n        __typename\n        ... on RecordEvent { id ...EventEntry }\n        ... on Note { id ...NoteEntry }\n        ... on Task { id ...TaskEntry }\n      }\n    }\n    pageInfo { hasNextPage endCursor }\n  }\n"): (typeof documents)["\n  fragment TimelinePage on Timeline {\n    edges {\n      node {\n        __typename\n        ... on RecordEvent { id ...EventEntry }\n        ... on Note { id ...NoteEntry }\n        ... on Task { id ...TaskEntry }\n      }\n    }\n    pageInfo { hasNextPage endCursor }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Timeline($id: ID!, $after: String) {\n    node(id: $id) {\n      __typename\n      id\n      ... on Deal { timeline(first: 30, after: $after) { ...TimelinePage } }\n      ... on Account { timeline(first: 30, after: $after) { ...TimelinePage } }\n      ... on Contact { timeline(first: 30, after: $after) { ...TimelinePage } }\n    }\n  }\n"): (typeof documents)["\n  query Timeline($id: ID!, $after: String) {\n    node(id: $id) {\n      __typename\n      id\n      ... on Deal { timeline(first: 30, after: $after) { ...TimelinePage } }\n      ... on Account { timeline(first: 30, after: $after) { ...TimelinePage } }\n      ... on Contact { timeline(first: 30, after: $after) { ...TimelinePage } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment EventEntry on RecordEvent {\n    id\n    effectiveAt\n    origin\n    action\n    actor { id name }\n    changes {\n      field\n      from { ...ChangedValue }\n      to { ...ChangedValue }\n    }\n  }\n"): (typeof documents)["\n  fragment EventEntry on RecordEvent {\n    id\n    effectiveAt\n    origin\n    action\n    actor { id name }\n    changes {\n      field\n      from { ...ChangedValue }\n      to { ...ChangedValue }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment NoteEntry on Note {\n    id\n    createdAt\n    owner { id name }\n    ...NoteBody\n  }\n"): (typeof documents)["\n  fragment NoteEntry on Note {\n    id\n    createdAt\n    owner { id name }\n    ...NoteBody\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TaskEntry on Task {\n    id\n    title\n    dueDate\n    completedAt\n    createdAt\n    owner { id name }\n  }\n"): (typeof documents)["\n  fragment TaskEntry on Task {\n    id\n    title\n    dueDate\n    completedAt\n    createdAt\n    owner { id name }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;