import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Config, ContentScriptMessage, RuleBundle } from '@duckduckgo/autoconsent'
import type { Frame, Page } from 'playwright-core'
import { within } from '../watch/within.ts'
import type { Click } from './click.ts'

/** A rule of autoconsent that knows the banner of a page. */
export interface Autoconsent {
  /** The name that autoconsent gives to the rule, such as `Onetrust`. */
  readonly name: string
  /** Answers the banner by the rule, and returns all clicks in the banner's frame, in order. */
  answer(answer: 'accept' | 'refuse'): Promise<Click[]>
}

/** How long rules may look for a banner, in milliseconds. */
const FINDING = 3000
/** How long a rule may take to answer, in milliseconds. */
const ANSWERING = 8000

const CONFIG: Partial<Config> = {
  enabled: true,
  autoAction: null,
  enablePrehide: false,
  // A cosmetic rule only hides the banner, which is no answer.
  enableCosmeticRules: false,
  // One try is enough, because the audit has waited for a banner before it starts the rules.
  detectRetries: 1,
  isMainWorld: true,
  heuristicMode: 'off',
}

declare global {
  interface Window {
    autoconsentMessages?: ContentScriptMessage[]
    autoconsentClicks?: Click[]
    autoconsentSendMessage(message: ContentScriptMessage): Promise<void>
    autoconsentReceiveMessage(message: object): Promise<void>
  }
}

/** Runs in the page. Stands in for the browser extension that autoconsent sends messages to. */
const playExtension = (): void => {
  window.autoconsentMessages = []
  window.autoconsentClicks = []
  window.autoconsentSendMessage = async message => {
    // Of the reports, keep only the one that says that no rule has matched.
    if (message.type !== 'report' || message.state.lifecycle === 'nothingDetected')
      window.autoconsentMessages?.push(message)
  }
  window.addEventListener(
    'click',
    event => {
      const [target] = event.composedPath()
      const control =
        target instanceof Element ? (target.closest('button, a') ?? target) : undefined
      const { width = 0, height = 0 } = control?.getBoundingClientRect() ?? {}
      window.autoconsentClicks?.push({ time: Date.now(), width, height })
    },
    true,
  )
}

let loaded: Promise<{ engine: string; rules: RuleBundle }> | undefined

const load = () => {
  loaded ??= (async () => {
    const entry = createRequire(import.meta.url).resolve('@duckduckgo/autoconsent')
    const read = (name: string) => readFile(join(dirname(entry), name), 'utf8')
    const [engine, rules] = await Promise.all([
      read('autoconsent.playwright.js'),
      read('../rules/rules.json'),
    ])
    return { engine, rules: JSON.parse(rules) as RuleBundle }
  })()
  return loaded
}

/** Returns the messages of a frame since the last call, and answers the questions among them. */
const takeMessages = async (frame: Frame): Promise<ContentScriptMessage[]> => {
  const taken = await frame.evaluate(() => window.autoconsentMessages?.splice(0) ?? [])
  for (const message of taken)
    if (message.type === 'eval') {
      // A Content-Security-Policy of the page does not apply to code that comes by the DevTools
      // protocol.
      const result = await frame.evaluate(message.code).catch(() => false)
      await frame.evaluate(answer => window.autoconsentReceiveMessage(answer), {
        ...{ type: 'evalResp', id: message.id, result },
      })
    }
  return taken
}

/**
 * Returns the first message of a type from one of the frames; `undefined` after the limit, or if
 * the rules of every frame have ended without such a message.
 */
const waitFor = async (
  frames: readonly Frame[],
  wanted: string,
  limit: number,
): Promise<{ frame: Frame; message: ContentScriptMessage } | undefined> => {
  const end = Date.now() + limit
  const open = new Set(frames)
  while (open.size && Date.now() < end) {
    for (const frame of open) {
      const messages = await within(1000, takeMessages(frame)).catch(() => undefined)
      const message = messages?.find(({ type }) => type === wanted)
      if (message) return { frame, message }
      if (!messages || messages.some(({ type }) => type === 'report')) open.delete(frame)
    }
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  return undefined
}

const startIn = async (frame: Frame): Promise<void> => {
  const { engine, rules } = await load()
  await frame.evaluate(playExtension)
  await frame.evaluate(engine)
  await frame.evaluate(answer => window.autoconsentReceiveMessage(answer), {
    ...{ type: 'initResp', config: CONFIG, rules },
  })
}

/** Looks for a banner that a rule of autoconsent knows. Returns `undefined` if there is none. */
export const findAutoconsent = async (page: Page): Promise<Autoconsent | undefined> => {
  const frames = page.frames()
  await Promise.all(frames.map(frame => within(2000, startIn(frame)).catch(() => {})))
  const found = await waitFor(frames, 'popupFound', FINDING)
  if (!found || !('cmp' in found.message)) return undefined
  const { frame, message } = found
  return {
    name: message.cmp,
    answer: async answer => {
      const type = answer === 'accept' ? 'optIn' : 'optOut'
      const isSent = frame.evaluate(one => window.autoconsentReceiveMessage(one), { type })
      isSent.catch(() => {})
      await waitFor([frame], `${type}Result`, ANSWERING)
      return frame.evaluate(() => window.autoconsentClicks ?? []).catch(() => [])
    },
  }
}
