/** The newest API Gangway has been read against, and the oldest whose lists and events it understands (Docker 1.12). */
const newest = '1.51'
const oldest = '1.24'

/**
 * The version to speak with an engine whose newest is `engineNewest`: the smaller of both, or null when that is older
 * than anything Gangway understands. Versions are `major.minor`, compared as numbers: 1.9 is older than 1.41.
 */
export function negotiateVersion(engineNewest: string): string | null {
  const chosen = compareVersions(engineNewest, newest) < 0 ? engineNewest : newest
  return compareVersions(chosen, oldest) < 0 ? null : chosen
}

function compareVersions(left: string, right: string): number {
  const [leftMajor = 0, leftMinor = 0] = left.split('.').map(Number)
  const [rightMajor = 0, rightMinor = 0] = right.split('.').map(Number)
  return leftMajor - rightMajor || leftMinor - rightMinor
}

export const apiVersionBounds = { newest, oldest }
