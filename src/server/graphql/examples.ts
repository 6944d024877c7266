/** What GraphiQL opens with: one tab each, half of them in Chinese. */
export const EXAMPLES: readonly { readonly query: string; readonly variables?: string }[] = [
  {
    query: `# Is this true? Press ▶ to run.
query Verify($claim: String!) {
  verify(claim: $claim) {
    verdict
    correction
    explanation { en zh }
    claims {
      quote
      verdict
      evidence { statement sources { title url } }
    }
  }
}
`,
    variables: '{ "claim": "PyTorch was developed by Google." }',
  },
  {
    query: `# 这句话对吗？
query Verify($claim: String!) {
  verify(claim: $claim) {
    verdict
    correction
    explanation { zh }
    claims { quote verdict evidence { statement sources { title url } } }
  }
}
`,
    variables: '{ "claim": "Andrej Karpathy出生于1985年。" }',
  },
  {
    query: `# What is known of someone, with sources; and where did they work in 2018?
query Person {
  entity(name: "Andrej Karpathy") {
    label
    description
    facts { statement { en } sources { title url } }
    workplaces: facts(predicate: ["employer"], asOf: "2018") { statement { en } }
  }
}
`,
  },
  {
    query: `# 文档错在哪里？
query Mistakes {
  claims(verdict: [REFUTED], first: 10) {
    nodes {
      quote
      correction
      explanation { zh }
      document { name }
      evidence { statement { zh } sources { url } }
    }
    pageInfo { hasNextPage endCursor }
  }
}
`,
  },
  {
    query: `# How are two people connected?
query Connection {
  path(from: "person/andrej-karpathy", to: "person/geoffrey-hinton") {
    entities { label }
    facts { statement { en } }
  }
}
`,
  },
];
