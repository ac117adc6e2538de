import type { IsRefused } from './guard.ts'
import { intercept } from './intercept.ts'

/** Keeps an image from getting a refused address; it says it has loaded, as the pixel would. */
export const guardImage = (isRefused: IsRefused): (() => void) =>
  intercept(
    HTMLImageElement.prototype,
    'src',
    (image, address: unknown) =>
      isRefused(address) && (() => setTimeout(() => image.dispatchEvent(new Event('load')))),
    'set',
  )
