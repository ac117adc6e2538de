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

/** The `sessionStorage` entry for the engine's messages. They must not be lost at a reload. */
const MESSAGES = 'autoconsent messages'

declare global {
  interface Window {
    autoconsentSendMessage(message: ContentScriptMessage): Promise<void>
    autoconsentReceiveMessage(message: BackgroundMessage): Promise<void>
  }
}

export type Rules = 'our rule alone' | 'all rules and heuristics'

export const readRule = async (): Promise<AutoConsentCMPRule> =>
  JSON.parse(await readFile(RULE, 'utf8'))

/** The extension around the engine, which collects the engine's messages. */
const playExtension = ({ kept, initResp }: { kept: string; initResp: BackgroundMessage }) => {
  window.autoconsentSendMessage = async message => {
    if (message.type === 'report') return
    if (message.type === 'init' || message.type === 'eval') {
      // Answer in a microtask: autoconsent cannot receive the response before this call returns.
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

export type PrivacyTool = Awaited<ReturnType<typeof startPrivacyTool>>

export const startPrivacyTool = async (
  page: Page,
  autoAction: 'optOut' | 'optIn',
  rules: Rules = 'our rule alone',
) => {
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
    /** Returns the messages about banners that the engine has sent so far, without status reports. */
    messages: (): Promise<ContentScriptMessage[]> =>
      page.evaluate(kept => JSON.parse(sessionStorage.getItem(kept) ?? '[]'), MESSAGES),
    selfTest: () => page.evaluate(() => window.autoconsentReceiveMessage({ type: 'selfTest' })),
  }
}
