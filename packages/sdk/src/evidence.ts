export type { DeliveryOptions } from '@spaceone/consent-evidence'
export { deliverTo } from './deliver-to.ts'
