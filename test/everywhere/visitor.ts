import { setTimeout as sleep } from 'node:timers/promises'
import type { Cookie } from '@playwright/test'

/** The keys that the tests press. */
export type Key = 'Tab' | 'Shift+Tab' | 'Enter' | 'Escape' | 'Space'

/** Controls a browser, whichever engine it has. The ids are stable ids of elements of the SDK. */
export interface Visitor {
  /** Opens an address. Resolves when the page has loaded. */
  visit(address: string): Promise<void>
  /**
   * Runs a function in the page and resolves to its result. The function can use its arguments, but
   * no variable from outside itself.
   */
  run<T, Arguments extends unknown[]>(
    run: (...args: Arguments) => T | Promise<T>,
    ...args: Arguments
  ): Promise<T>
  /**
   * Returns whether an element of the SDK is displayed.
   *
   * @param host Selector of the SDK's host element that contains the element. @default the host of
   *   banner and preferences
   */
  isShown(id: string, host?: string): Promise<boolean>
  /** Clicks on an element of the SDK as soon as the element is displayed. */
  click(id: string, host?: string): Promise<void>
  press(key: Key): Promise<void>
  /** Returns the cookies of the page's address, in alphabetical order. */
  cookies(): Promise<Cookie[]>
  /** Returns the names of the cookies of the page's address. */
  cookieNames(): Promise<string[]>
  /** Runs a callback with the driver inside a frame of the page. */
  inside<T>(frame: string, run: () => Promise<T>): Promise<T>
  /** Opens an empty tab in the same browser. */
  openTab(): Promise<Visitor>
  /** Closes the tab as a visitor does. */
  close(): Promise<void>
  /**
   * Counts the objects, nodes and listeners that the page has in memory after garbage collection.
   * Only a visitor in Chromium has this method.
   */
  heap?(): Promise<Heap>
}

/**
 * The numbers of objects of a page in memory. `nodes` also counts DOM nodes that are in memory but
 * not in the document.
 */
export interface Heap {
  /** The number of JavaScript objects and functions. */
  readonly objects: number
  readonly nodes: number
  readonly listeners: number
}

/** The SDK's host element that contains banner and preferences. */
export const VIEW_HOST = 'spaceone-consent'

/** The longest time that tests wait for a condition, for a busy machine, in milliseconds. */
const PATIENCE = 20_000

/**
 * Polls a condition until it is true, and throws after the time limit.
 *
 * @param what The condition in words, for the error message.
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

/** Waits until an element of the SDK is displayed. */
export const untilShown = (visitor: Visitor, id: string, host?: string): Promise<void> =>
  until(`#${id}`, () => visitor.isShown(id, host))

/** Waits until an element of the SDK is no longer displayed. */
export const untilGone = (visitor: Visitor, id: string): Promise<void> =>
  until(`the end of #${id}`, async () => !(await visitor.isShown(id)))
