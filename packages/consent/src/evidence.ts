export {
  type DeliveryEvent,
  type DeliveryOptions,
  type Receipt,
  type ReceiptOptions,
  receipt,
} from './evidence/index.ts'
export { deliverTo } from './npm/deliver-to.ts'
