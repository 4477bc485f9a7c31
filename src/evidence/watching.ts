/** What a watched query gives, until it is unsubscribed. An error does not end it: the next write runs it again. */
export interface Watching<T> {
  subscribe(observer: WatchObserver<T>): { unsubscribe(): void };
}

export interface WatchObserver<T> {
  next(value: T): void;
  error?(error: unknown): void;
}
