import { sha256 } from '../sha256.ts'

/** An entry of the chain, about one file of the sealed file. */
interface Link {
  readonly name: string
  readonly sha256: string
  /** SHA-256 of the JSON of the entry before; 64 zeros for the first entry. */
  readonly previous: string
}

/** The content of `chain.json`. */
export interface Chain {
  readonly version: 1
  readonly entries: readonly Link[]
  /** SHA-256 of the JSON of the last entry. It stands for all files. */
  readonly head: string
}

/** The files that the chain does not list: the chain itself and its signature. */
export const CHAIN = 'chain.json'
export const SIGNATURE = 'signature.json'

const START = '0'.repeat(64)

/** Returns the chain of files, in the order of the map. */
export const chainOf = (files: ReadonlyMap<string, Uint8Array>): Chain => {
  let head = START
  const entries = [...files].map(([name, content]) => {
    const link: Link = { name, sha256: sha256(content), previous: head }
    head = sha256(JSON.stringify(link))
    return link
  })
  return { version: 1, entries, head }
}

/** Returns the text of `chain.json`. */
export const chainText = (chain: Chain): string => `${JSON.stringify(chain, null, 2)}\n`

/**
 * Reads `chain.json`. Only the text that `chainText` returns is valid, so that not even white space
 * can change unnoticed.
 *
 * @returns `undefined` if the text is invalid.
 */
export const readChain = (text: string): Chain | undefined => {
  try {
    const { version, entries, head } = JSON.parse(text)
    const links: Link[] = entries.map(({ name, sha256, previous }: Link) => ({
      ...{ name: String(name), sha256: String(sha256), previous: String(previous) },
    }))
    const chain: Chain = { version, entries: links, head: String(head) }
    return version === 1 && chainText(chain) === text ? chain : undefined
  } catch {
    return undefined
  }
}

/** Returns a sentence for each break in a chain and each difference between chain and files. */
export const chainFaults = (
  { entries, head }: Chain,
  files: ReadonlyMap<string, Uint8Array>,
): readonly string[] => {
  let before = START
  const faults: string[] = []
  for (const [at, link] of entries.entries()) {
    const content = files.get(link.name)
    if (link.previous !== before)
      faults.push(`${CHAIN}: entry ${at + 1} (${link.name}) does not follow from the entry before.`)
    before = sha256(JSON.stringify(link))
    if (!content) faults.push(`${link.name} is missing.`)
    else if (sha256(content) !== link.sha256) faults.push(`${link.name} was altered.`)
  }
  if (head !== before) faults.push(`${CHAIN}: the head does not follow from the last entry.`)
  const listed = new Set([CHAIN, SIGNATURE, ...entries.map(({ name }) => name)])
  for (const name of files.keys()) if (!listed.has(name)) faults.push(`${name} was added.`)
  return faults
}
