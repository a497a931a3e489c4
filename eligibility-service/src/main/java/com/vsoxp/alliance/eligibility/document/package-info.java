/** The program as a document: reading one with every mistake named, writing one, showing one to a person. */
package com.vsoxp.alliance.eligibility.document;
