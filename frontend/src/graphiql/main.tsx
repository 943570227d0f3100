// A page of its own for trying the API, served at /graphiql: in the session of the browser, or with the Bearer token that
// is entered among the headers.
import "graphiql/style.css";
import "./page.css";
import { createGraphiQLFetcher } from "@graphiql/toolkit";
import { GraphiQL } from "graphiql";
import { createClient } from "graphql-ws";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { serverSocketUrl, serverUrl } from "@/lib/server";

const fetcher = createGraphiQLFetcher({
  url: serverUrl("/graphql"),
  // The header proves to the server that a page of ours made the request.
  headers: { "X-Tundish": "1" },
  wsClient: createClient({ url: serverSocketUrl("/graphql/ws") }),
});

const container = document.getElementById("root");
if (!container) throw new Error("graphiql.html has no #root");

createRoot(container).render(
  <StrictMode>
    <GraphiQL fetcher={fetcher} />
  </StrictMode>,
);
