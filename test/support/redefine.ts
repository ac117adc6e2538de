import { onTestFinished } from 'vitest'

/** Redefines a property of a built-in object until the end of the test. */
export const redefine = (object: object, name: string, property: PropertyDescriptor): void => {
  const before = Object.getOwnPropertyDescriptor(object, name)
  Object.defineProperty(object, name, { configurable: true, ...property })
  onTestFinished(() => {
    Reflect.deleteProperty(object, name)
    if (before) Object.defineProperty(object, name, before)
  })
}
