/** `1.9` is older than `1.41`: parts are numbers, not text. */
export function isOlder(version: string, than: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const [thanMajor = 0, thanMinor = 0] = than.split('.').map(Number)
  return major < thanMajor || (major === thanMajor && minor < thanMinor)
}

/** Fields the API has since a version, or none of them for an older request. */
export function since<T extends object>(apiVersion: string, introduced: string, fields: T): Partial<T> {
  return isOlder(apiVersion, introduced) ? {} : fields
}
