/** The ports, for whatever is inside the pane. */
import { createContext, useContext } from 'react';
import type { PanePorts } from '../../app/pane-ports';

export const PortsContext = createContext<PanePorts | null>(null);

export function usePorts(): PanePorts {
  const ports = useContext(PortsContext);
  if (ports === null) throw new RangeError('the pane has no ports');
  return ports;
}
