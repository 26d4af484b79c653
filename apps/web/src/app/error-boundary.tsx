import { Component, type ReactNode } from 'react';
import { BrokenPage } from './broken-page.tsx';

interface Props {
  readonly children: ReactNode;
  readonly place: string; // going to another place gives the page another chance
}
interface State {
  readonly error: Error | null;
  readonly place: string;
}

/** Keeps one broken page from taking the whole window with it: the frame stays, and the page says what to do. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: null, place: this.props.place };

  static getDerivedStateFromError(error: Error): Partial<State> {
    return { error };
  }

  static getDerivedStateFromProps({ place }: Props, state: State): Partial<State> | null {
    return place === state.place ? null : { error: null, place };
  }

  override render(): ReactNode {
    return this.state.error === null ? this.props.children : <BrokenPage error={this.state.error} />;
  }
}
