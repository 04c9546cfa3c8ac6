/** The step after the discounts: what sending the lines costs. Nothing is charged for it yet, whoever is spared it. */
export const deliveryMinorOf = (): bigint => 0n;
