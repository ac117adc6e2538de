import type { Page } from '@playwright/test'
import type { Heap } from './visitor.ts'

export const heapOf = async (page: Page): Promise<Heap> => {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  const { nodes, jsEventListeners: listeners } = await session.send('Memory.getDOMCounters')
  const { result: prototype } = await session.send('Runtime.evaluate', {
    expression: 'Object.prototype',
  })
  const { objects } = await session.send('Runtime.queryObjects', {
    prototypeObjectId: `${prototype.objectId}`,
  })
  const { result: length } = await session.send('Runtime.callFunctionOn', {
    objectId: `${objects.objectId}`,
    functionDeclaration: 'function () { return this.length }',
  })
  await session.detach()
  return { objects: length.value, nodes, listeners }
}
