import type { IsRefused } from './guard.ts'
import { patch } from './patch.ts'

/** Keeps an image from getting a refused address; it says it has loaded, as the pixel would. */
export const guardImage = (isRefused: IsRefused): (() => void) =>
  patch(HTMLImageElement.prototype, 'src', ({ set: original }) => ({
    set(this: HTMLImageElement, address: unknown) {
      if (isRefused(address)) setTimeout(() => this.dispatchEvent(new Event('load')))
      else if (original) Reflect.apply(original, this, [address])
    },
  }))
