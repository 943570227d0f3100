import { graphql } from "@/gql";

/** How far an import is, and how it ended. Live updates bring the same fields. */
export const ImportProgress = graphql(`
  fragment ImportProgress on Import {
    id
    version
    name
    target
    state
    dryRun
    rowsRead
    rowsCreated
    rowsUpdated
    rowsUnchanged
    rowsRefused
    rowsUnlinked
    bytesRead
    bytesTotal
    failure
    refusedUrl
    startedBy { id name }
    createdAt
    finishedAt
  }
`);

export const ImportPreviewDocument = graphql(`
  query ImportPreview($uploadId: ID!) {
    importPreview(uploadId: $uploadId, rows: 8) {
      encoding
      delimiter
      headerLine
      columns { name samples }
      rows
      refused { number reason }
    }
  }
`);

export const ImportDocument = graphql(`
  query Import($id: ID!) {
    import(id: $id) { ...ImportProgress }
  }
`);

export const ImportList = graphql(`
  query ImportList($first: Int!, $after: String) {
    imports(first: $first, after: $after, orderBy: [{ field: CREATED_AT, direction: DESC }]) {
      nodes { id ...ImportProgress }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

export const StartImport = graphql(`
  mutation StartImport($input: StartImportInput!, $idempotencyKey: String) {
    startImport(input: $input, idempotencyKey: $idempotencyKey) {
      import { id ...ImportProgress }
      userErrors { code path message }
    }
  }
`);

export const CancelImport = graphql(`
  mutation CancelImport($id: ID!) {
    cancelImport(id: $id) {
      import { id ...ImportProgress }
      userErrors { code path message }
    }
  }
`);
