import type { PhaseName, Screenshot, Seen, SeenPhase } from '../seen.ts'

/** A screenshot in the form of the sealed file: `picture` is the name of the JPEG's file. */
type StoredScreenshot = Omit<Screenshot, 'jpeg'> & { readonly picture: string }

/** What an audit has seen, in the form of `seen.json` in the sealed file. */
export type StoredSeen = Omit<Seen, 'pages'> & {
  readonly pages: readonly (Omit<Seen['pages'][number], 'phases'> & {
    readonly phases: readonly (Omit<SeenPhase, 'screenshots'> & {
      readonly screenshots: readonly StoredScreenshot[]
    })[]
  })[]
}

/** Returns the name of a picture's file; `page` and `position` count from 1. */
const nameOf = (page: number, phase: PhaseName, position: number): string =>
  `pictures/page-${page}-${phase}-${position}.jpg`

/** Returns a copy of an object with another key and value in the place of a key. */
const replaced = (from: object, key: string, entry: readonly [string, unknown]): object =>
  Object.fromEntries(Object.entries(from).map(one => (one[0] === key ? entry : one)))

const mapScreenshots = (
  seen: Seen | StoredSeen,
  change: (shot: Screenshot | StoredScreenshot, name: string) => object,
): object => ({
  ...seen,
  pages: seen.pages.map((page, at) => ({
    ...page,
    phases: page.phases.map(phase => ({
      ...phase,
      screenshots: phase.screenshots.map((shot, position) =>
        change(shot, nameOf(at + 1, phase.name, position + 1)),
      ),
    })),
  })),
})

/** Takes the pictures out of what was seen. Returns the rest, and the pictures by file name. */
export const takePictures = (
  seen: Seen,
): { readonly stored: StoredSeen; readonly pictures: ReadonlyMap<string, Uint8Array> } => {
  const pictures = new Map<string, Uint8Array>()
  const stored = mapScreenshots(seen, (shot, name) => {
    pictures.set(name, Buffer.from((shot as Screenshot).jpeg, 'base64'))
    return replaced(shot, 'jpeg', ['picture', name])
  })
  return { stored: stored as StoredSeen, pictures }
}

/**
 * Puts the pictures back. The JSON of the result is the JSON of what was seen, so that both have
 * the same SHA-256.
 *
 * @throws If a picture is missing.
 */
export const returnPictures = (stored: StoredSeen, files: ReadonlyMap<string, Uint8Array>): Seen =>
  mapScreenshots(stored, shot => {
    const { picture } = shot as StoredScreenshot
    const bytes = files.get(picture)
    if (!bytes) throw new Error(`${picture} is missing.`)
    return replaced(shot, 'picture', ['jpeg', Buffer.from(bytes).toString('base64')])
  }) as Seen
