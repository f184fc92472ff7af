/** Whether this page is one file that stands alone: it then keeps nothing, and has no other files to load. */
export const isAlone: boolean = globalThis.document?.documentElement.hasAttribute("data-alone") ?? false;
