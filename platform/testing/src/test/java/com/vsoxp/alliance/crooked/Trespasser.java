package com.vsoxp.alliance.crooked;

import com.vsoxp.alliance.straight.Sum;

/** Uses a class of another service. */
class Trespasser {

    int borrow() {
        return new Sum(1, 2).total();
    }
}
