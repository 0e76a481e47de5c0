/**
 * What a page of ours may load: its own files and nothing else. No inline script or style, no eval, no frame, no remote
 * address; text becomes markup nowhere, because the sinks that would parse it demand a trusted type that nobody makes.
 */
const pageDirectives = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
  'require-trusted-types-for': "'script'",
  'trusted-types': "'none'",
}

/** The value of the Content-Security-Policy header. `overrides` replace single directives, for hosts that need more. */
export function contentPolicy(overrides: Partial<typeof pageDirectives> = {}): string {
  return Object.entries({ ...pageDirectives, ...overrides })
    .map(([name, value]) => `${name} ${value}`)
    .join('; ')
}
