import type { Service } from '../core/index.ts'
import { type Preset, service } from '../gate/index.ts'
import type { Stored } from '../inventory/index.ts'
import { en } from '../words/en/sign-in.ts'
import { ja } from '../words/ja/sign-in.ts'
import { ko } from '../words/ko/sign-in.ts'
import { type PresetOptions, preset } from './preset.ts'

/** The options of `session`. */
export interface SessionOptions extends Pick<PresetOptions, 'facts'> {
  /**
   * The cookies that keep a visitor signed in: names, prefixes that end in `*`, or objects. A
   * cookie without a `purpose` gets the purpose that this preset states.
   */
  readonly cookies: readonly (string | Stored)[]
}

const NAME = 'Sign-in'

const WORDS = {
  en: () => import('../words/en/services/session.ts'),
  ko: () => import('../words/ko/services/session.ts'),
  ja: () => import('../words/ja/services/session.ts'),
}

/** Loads, in each language of the SDK, the reason why a sign-in is necessary. */
const loadReason = async () => {
  const reasons: Record<string, string> = {}
  for (const [language, load] of Object.entries(WORDS))
    reasons[language] = (await load()).words.services?.[NAME]?.necessary ?? ''
  return reasons
}

/** Returns the preset of a site's own sign-in, from which `session` creates the service. */
export const declareSession = (options: SessionOptions): Preset<typeof NAME> => {
  const { cookies, facts } = Object(options) as SessionOptions
  return preset(
    { ...options, facts: { recipients: [], ...facts } },
    {
      name: NAME,
      addresses: [],
      cookies: [cookies ?? []].flat().map(row => ({
        purpose: { en, ko, ja },
        ...(typeof row === 'string' ? { name: row } : row),
      })),
      necessary: loadReason,
      entry: { facts: () => import('./entries/session.ts'), ...WORDS },
    },
  )
}

/**
 * Creates the service for a site's own sign-in. Visitors read of it and are not asked, and nothing
 * is blocked. State in `facts` how long your site keeps the data.
 *
 * ```ts
 * services: [session({ cookies: [{ name: 'sid', seconds: 'session' }] })]
 * ```
 */
export const session = (options: SessionOptions): Service<typeof NAME> =>
  service(declareSession(options))
