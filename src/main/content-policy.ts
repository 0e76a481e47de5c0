/**
 * What a page of ours may load: its own files (`own` is the source that means them) and nothing else. No inline script or
 * style, no eval, no frame, no remote address; text becomes markup nowhere, because the sinks that would parse it demand
 * a trusted type that nobody makes. Answers the value of the Content-Security-Policy header. `connect` is where scripts
 * may connect to.
 */
export function contentPolicy(own: "'self'" | 'app:', connect: string = own): string {
  return [
    "default-src 'none'",
    `script-src ${own}`,
    `style-src ${own}`,
    `img-src ${own} data:`,
    `font-src ${own}`,
    `connect-src ${connect}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ')
}
