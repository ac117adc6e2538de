import type { IsRefused } from './guard.ts'
import { patch } from './patch.ts'

/** Answers a refused `sendBeacon` with `true`, as if it were under way. */
export const guardBeacon = (isRefused: IsRefused): (() => void) =>
  patch(Navigator.prototype, 'sendBeacon', ({ value: original }) => ({
    value: function sendBeacon(this: Navigator, ...args: Parameters<Navigator['sendBeacon']>) {
      return isRefused(args[0]) || Reflect.apply(original, this, args)
    },
  }))
