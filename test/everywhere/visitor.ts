import { setTimeout as sleep } from 'node:timers/promises'

/** The keys that the tests press. */
export type Key = 'Tab' | 'Shift+Tab' | 'Enter' | 'Escape' | 'Space'

/** A cookie as the jar has it. */
export interface JarCookie {
  readonly name: string
  readonly value: string
  /** With a full stop before it where sub-domains get it, too. */
  readonly domain: string
  readonly path: string
  readonly secure: boolean
  readonly sameSite: string
  /** In seconds since the epoch. */
  readonly expires: number
}

/** Somebody at a browser, whichever it is. What is clicked on and looked at is the SDK's, by its stable id. */
export interface Visitor {
  readonly engine: 'chromium' | 'firefox' | 'webkit'
  /** Opens an address; over once it has been loaded. */
  visit(address: string): Promise<void>
  /** Runs a function in the page and waits for what it gives. It sees its arguments, and nothing from around it. */
  run<T, Arguments extends unknown[]>(
    run: (...args: Arguments) => T | Promise<T>,
    ...args: Arguments
  ): Promise<T>
  /**
   * Whether a part of ours is to be seen.
   *
   * @param host Selector of the element of ours that it stands in. @default the layers
   */
  isShown(id: string, host?: string): Promise<boolean>
  /** Clicks on a part of ours as soon as it is to be seen. */
  click(id: string, host?: string): Promise<void>
  press(key: Key): Promise<void>
  /** The cookies that the page's address has, in alphabetical order. */
  cookies(): Promise<JarCookie[]>
  /** Their names. */
  cookieNames(): Promise<string[]>
  /** Goes into a frame of the page for as long as something takes. */
  inside<T>(frame: string, run: () => Promise<T>): Promise<T>
  /** Opens an empty tab of the same browser. */
  openTab(): Promise<Visitor>
  /** What the page keeps in memory, after everything else has been collected. In Chromium alone. */
  heap?(): Promise<Heap>
}

/** What a page keeps in memory, be it in its document or not. */
export interface Heap {
  /** With what the browser compiles, and what its driver keeps of requests. */
  readonly bytes: number
  /** Objects of scripts, functions among them. */
  readonly objects: number
  readonly nodes: number
  readonly listeners: number
}

/** The element that the layers stand in. */
export const LAYERS = 'spaceone-consent'

/** How long a busy machine may take, in milliseconds. */
const PATIENCE = 20_000

/**
 * Asks again and again until it is so.
 *
 * @param what What is waited for, in the error's words.
 */
export const until = async (
  what: string,
  isSo: () => boolean | undefined | Promise<boolean | undefined>,
): Promise<void> => {
  const deadline = Date.now() + PATIENCE
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error(`Waited ${PATIENCE / 1000} s for ${what}.`)
    await sleep(50)
  }
}

/** Waits for a part of ours. */
export const untilShown = (visitor: Visitor, id: string, host?: string): Promise<void> =>
  until(`#${id}`, () => visitor.isShown(id, host))

/** Waits until a part of ours has gone. */
export const untilGone = (visitor: Visitor, id: string): Promise<void> =>
  until(`the end of #${id}`, async () => !(await visitor.isShown(id)))
