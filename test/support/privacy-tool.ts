import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import type {
  AutoConsentCMPRule,
  BackgroundMessage,
  Config,
  ContentScriptMessage,
  RuleBundle,
} from '@duckduckgo/autoconsent'
import type { Page } from '@playwright/test'

const ENGINE = new URL(
  'autoconsent.playwright.js',
  pathToFileURL(createRequire(import.meta.url).resolve('@duckduckgo/autoconsent')),
)
const OWN_RULES = new URL('../rules/rules.json', ENGINE)
const RULE = new URL('../../packages/consent/privacy-tools/autoconsent.json', import.meta.url)

/** Where the engine's messages are kept: a reload is to lose none. */
const MESSAGES = 'autoconsent messages'

declare global {
  interface Window {
    autoconsentSendMessage(message: ContentScriptMessage): Promise<void>
    autoconsentReceiveMessage(message: BackgroundMessage): Promise<void>
  }
}

/** With which rules the tool comes: ours alone, or as one of all that the engine brings. */
export type Rules = 'our rule alone' | 'all rules and heuristics'

/** A browser extension that answers cookie banners, and what it says of its work. */
export interface PrivacyTool {
  /** What it has said so far about banners, without reports on its state. */
  messages(): Promise<ContentScriptMessage[]>
  /** Has it look for what the cookie says. */
  selfTest(): Promise<void>
}

/** The rule as it is handed to an engine. */
export const readRule = async (): Promise<AutoConsentCMPRule> =>
  JSON.parse(await readFile(RULE, 'utf8'))

/** Plays the part of an extension around the engine: rules and settings in, messages out. */
const playExtension = ({ kept, initResp }: { kept: string; initResp: BackgroundMessage }) => {
  window.autoconsentSendMessage = async message => {
    if (message.type === 'report') return
    if (message.type === 'init' || message.type === 'eval') {
      // The engine is not ready for an answer while it asks.
      await undefined
      return window.autoconsentReceiveMessage(
        message.type === 'init'
          ? initResp
          : // biome-ignore lint/security/noGlobalEval: rules for other sites test the page by code
            { type: 'evalResp', id: message.id, result: globalThis.eval(message.code) },
      )
    }
    const messages = JSON.parse(sessionStorage.getItem(kept) ?? '[]')
    sessionStorage.setItem(kept, JSON.stringify([...messages, message]))
  }
}

/** Brings the tool into every page from now on, before anything of the page. */
export const startPrivacyTool = async (
  page: Page,
  autoAction: 'optOut' | 'optIn',
  rules: Rules = 'our rule alone',
): Promise<PrivacyTool> => {
  const isAlone = rules === 'our rule alone'
  const own: RuleBundle = JSON.parse(await readFile(OWN_RULES, 'utf8'))
  const config: Partial<Config> = {
    enabled: true,
    autoAction,
    enableHeuristicDetection: !isAlone,
    heuristicMode: isAlone ? 'off' : 'tier2',
  }
  const initResp: BackgroundMessage = {
    type: 'initResp',
    config: config as Config,
    rules: { autoconsent: [...(isAlone ? [] : own.autoconsent), await readRule()] },
  }
  await page.addInitScript(playExtension, { kept: MESSAGES, initResp })
  await page.addInitScript(await readFile(ENGINE, 'utf8'))
  return {
    messages: () =>
      page.evaluate(kept => JSON.parse(sessionStorage.getItem(kept) ?? '[]'), MESSAGES),
    selfTest: () => page.evaluate(() => window.autoconsentReceiveMessage({ type: 'selfTest' })),
  }
}
