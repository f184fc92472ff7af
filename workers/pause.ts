/** A pause: lets the messages that wait for this thread be heard, in the page, in workers and in Node. */

/** Resolves after one turn of the event loop; unlike a timer it is never held back by 4 ms. */
export function pause(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(0);
  });
}
