export type { DeliveryEvent } from './delivery-event.ts'
export type { DeliveryOptions } from './delivery-options.ts'
export { keepDecisions } from './keep-decisions.ts'
export { startDelivery } from './start-delivery.ts'
