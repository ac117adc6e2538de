import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Config, ContentScriptMessage, RuleBundle } from '@duckduckgo/autoconsent'
import type { Frame, Page } from 'playwright-core'
import type { Act } from '../../seen.ts'
import { within } from '../../watch/within.ts'
import { actOf } from '../labels/act-of.ts'
import type { PageLook } from '../look/find-controls.ts'
import type { Scope } from '../look/scope.ts'
import type { PhaseVisit } from '../visit.ts'
import { endGuard, guardClicks } from './guard-clicks.ts'
import type { GivenAnswer } from './press.ts'

/** A rule of autoconsent that knows the banner of a page. */
export interface Autoconsent {
  /** The name that autoconsent gives to the rule, such as `Onetrust`. */
  readonly name: string
  /**
   * Answers the banner by the rule. Returns `undefined` if the rule fails or does not end within
   * eight seconds, or if the audit has prevented a click of the rule.
   */
  answer(
    visit: PhaseVisit,
    act: 'accept' | 'refuse',
    scope: Scope,
  ): Promise<GivenAnswer | undefined>
}

/** How long rules may look for a banner, in milliseconds. */
const FINDING = 3000
/** How long a rule may take to answer, in milliseconds. */
const ANSWERING = 8000

/** The largest number of frames in which the rules look for a banner. */
const FRAMES = 8

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
    autoconsentSendMessage(message: ContentScriptMessage): Promise<void>
    autoconsentReceiveMessage(message: object): Promise<void>
  }
}

/** Runs in a frame. Stands in for the browser extension that autoconsent sends messages to. */
const playExtension = (): void => {
  window.autoconsentMessages = []
  window.autoconsentSendMessage = async message => {
    // Of the reports, keep only the one that says that no rule has matched.
    if (message.type !== 'report' || message.state.lifecycle === 'nothingDetected')
      window.autoconsentMessages?.push(message)
  }
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

/** Returns autoconsent's new messages from a frame, and runs the code that messages ask to run. */
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
 * each frame has reported that no rule matches, or does not answer.
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
    await pause(100)
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

const answerBy = async (
  frame: Frame,
  visit: PhaseVisit,
  act: 'accept' | 'refuse',
  scope: Scope,
  look: PageLook,
): Promise<GivenAnswer | undefined> => {
  await guardClicks(frame, look, scope)
  visit.allowPost(ANSWERING)
  const photographed = await visit.takePicture()
  const type = act === 'accept' ? 'optIn' : 'optOut'
  const before = Date.now()
  frame.evaluate(one => window.autoconsentReceiveMessage(one), { type }).catch(() => {})
  const done = await waitFor([frame], `${type}Result`, ANSWERING)
  const after = Date.now()
  visit.allowPost(0)
  // The answer can reload the page. Then nothing is left of what the rule has done.
  const heard = await within(1000, endGuard(frame)).catch(() => undefined)
  const clicks = heard?.clicks ?? []
  const offset = clicks.length ? await offsetOf(frame) : { x: 0, y: 0 }
  const noted = clicks.map(({ time, words, box }, at) => {
    const what: Act = at === clicks.length - 1 ? act : (actOf(words) ?? 'settings')
    const place = { ...box, x: box.x + offset.x, y: box.y + offset.y }
    return { act: what, words, box: place, time: time - 1 }
  })
  photographed(noted[0])
  noted.forEach(visit.recording.noteClick)
  const isDone = done && 'result' in done.message && done.message.result
  if (!isDone || heard?.hasPrevented) return undefined
  const last = clicks.at(-1)
  if (!last) return { time: before }
  const { width, height } = last.box
  return {
    time: Math.max(before, Math.min(after, last.time)),
    answer: { steps: clicks.length, width, height },
  }
}

/** Returns the upper left corner of a frame in the window, in CSS pixels; 0, 0 if not known. */
const offsetOf = async (frame: Frame): Promise<{ x: number; y: number }> => {
  if (!frame.parentFrame()) return { x: 0, y: 0 }
  const element = await frame.frameElement().catch(() => undefined)
  return (await element?.boundingBox().catch(() => null)) ?? { x: 0, y: 0 }
}

/**
 * Looks for a banner that a rule of autoconsent knows. Returns `undefined` if no rule finds one.
 *
 * @param look A look at the page. Rules run in the page and in up to seven frames with controls.
 */
export const findAutoconsent = async (
  page: Page,
  look: PageLook,
): Promise<Autoconsent | undefined> => {
  const withControls = new Set(look.controls.map(({ frame }) => frame))
  const frames = [...new Set([page.mainFrame(), ...withControls])].slice(0, FRAMES)
  await Promise.all(frames.map(frame => within(2000, startIn(frame)).catch(() => {})))
  const found = await waitFor(frames, 'popupFound', FINDING)
  if (!found || !('cmp' in found.message)) return undefined
  const { frame, message } = found
  return {
    name: message.cmp,
    answer: (visit, act, scope) => answerBy(frame, visit, act, scope, look),
  }
}
