import type { IsRefused } from './guard.ts'
import type { Intercept } from './intercept.ts'

/** Keeps an image from getting a refused address; it says it has loaded, as the pixel would. */
export const guardImage = (patch: Intercept, isRefused: IsRefused): void =>
  patch(
    HTMLImageElement.prototype,
    'src',
    (image, address: unknown) =>
      isRefused(address) && (() => void setTimeout(() => image.dispatchEvent(new Event('load')))),
    'set',
  )
