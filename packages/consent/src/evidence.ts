export { deliverTo } from './deliver-to.ts'
export {
  type DeliveryEvent,
  type DeliveryOptions,
  type Receipt,
  type ReceiptOptions,
  receipt,
} from './evidence/index.ts'
