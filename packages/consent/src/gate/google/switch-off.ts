import { ownDocument } from '../../shared/own-document.ts'
import { quietly } from '../../shared/quietly.ts'
import type { Gate } from '../gate.ts'
import type { Owner } from '../rules.ts'
import { type DataLayer, isCommand } from './data-layer.ts'
import { cookiesWith } from './google-names.ts'
import { answerOptOut } from './opt-out.ts'

/** A tag to switch off and to silence. */
export interface SilentTag {
  readonly gate: Gate
  readonly owner: Owner
  readonly id: string
  /** The hosts that the tag sends to. */
  readonly hosts: readonly string[]
  /** Whether Google's two opt-out switches silence the tag. */
  readonly isSwitched: boolean
  layer(): DataLayer
  /** The functions that remove what was registered for the tag, by any key. */
  readonly disposes: Map<unknown, () => void>
  /** Says whether the tag may measure now. */
  isGranted(): boolean
  /** Says whether the opt-out switches, which all tags share, have to refuse now. */
  isSwitchedOff(): boolean
}

/**
 * Switches a tag off that runs or will run: its own id, and each id that the page has configured or
 * loaded. Blocks the cookies of each prefix that the page has configured. Is called when the service
 * is attached, for a tag that stood before the SDK, and at each withdrawal.
 */
export const switchOff = (tag: SilentTag): void => {
  const { gate, owner, disposes } = tag
  if (!tag.isSwitched) return
  for (const id of [tag.id, ...loadedIds()]) answerOptOut(id, tag.isSwitchedOff)
  for (const entry of tag.layer()) {
    if (!isCommand(entry, 'config')) continue
    answerOptOut(`${entry[1]}`, tag.isSwitchedOff)
    const cookies = cookiesWith((entry[2] as { readonly cookie_prefix?: unknown })?.cookie_prefix)
    const [first] = cookies
    if (first && !disposes.has(first))
      disposes.set(first, gate.register({ unblockedBy: owner, cookies }).dispose)
  }
}

/** Returns the ids of the Google tags whose scripts are in the page. */
const loadedIds = (): readonly string[] =>
  quietly(() =>
    [...ownDocument.scripts].flatMap(
      ({ src }) => /\/gtag\/js\?(?:.*&)?id=([\w-]+)/.exec(src)?.[1] ?? [],
    ),
  ) ?? []
