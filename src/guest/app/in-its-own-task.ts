/** A slow phone answers taps between tasks: what takes long comes in one of its own. */
export function inItsOwnTask<Value>(work: () => Value | Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    setTimeout(() => {
      try {
        resolve(work());
      } catch (error) {
        reject(error);
      }
    }, 0);
  });
}
