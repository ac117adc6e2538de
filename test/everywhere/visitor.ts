import { setTimeout as sleep } from 'node:timers/promises'
import type { Cookie } from '@playwright/test'

export type Key = 'Tab' | 'Shift+Tab' | 'Enter' | 'Escape' | 'Space'

/** Controls a browser, whichever engine it has. The ids are stable ids of elements of the SDK. */
export interface Visitor {
  visit(address: string): Promise<void>
  /** Runs a function in the page, which can use its arguments but no variable from outside. */
  run<T, Arguments extends unknown[]>(
    run: (...args: Arguments) => T | Promise<T>,
    ...args: Arguments
  ): Promise<T>
  /** `host` is the selector of the SDK's host element. @default that of banner and preferences */
  isShown(id: string, host?: string): Promise<boolean>
  click(id: string, host?: string): Promise<void>
  press(key: Key): Promise<void>
  /** Returns the cookies of the page's address, in alphabetical order. */
  cookies(): Promise<Cookie[]>
  cookieNames(): Promise<string[]>
  inside<T>(frame: string, run: () => Promise<T>): Promise<T>
  openTab(): Promise<Visitor>
  close(): Promise<void>
}

export const VIEW_HOST = 'spaceone-consent'

/** The longest time that tests wait for a condition, for a busy machine, in milliseconds. */
const PATIENCE = 20_000

/** Polls a condition, which `what` names in the error after the time limit. */
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

export const untilShown = (visitor: Visitor, id: string, host?: string): Promise<void> =>
  until(`#${id}`, () => visitor.isShown(id, host))

export const untilGone = (visitor: Visitor, id: string): Promise<void> =>
  until(`the end of #${id}`, async () => !(await visitor.isShown(id)))
