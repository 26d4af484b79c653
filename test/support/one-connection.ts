import { refuseSecondConnections } from '../../libs/database/src/index.ts';

// In every test, work that holds a connection and asks for another fails at once, instead of standing still on the day ten do so together.
refuseSecondConnections();
