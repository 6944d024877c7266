const META = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/u;

/** The policy under which a report's page is shown: its own, in a sandbox, so that it can do nothing to this service. */
export function reportPolicy(page: string): string {
  const own = META.exec(page)?.[1] ?? "default-src 'none'";
  return `${own}; frame-ancestors 'self'; sandbox allow-scripts allow-popups`;
}
