<?php
/*
 * SPDX-FileCopyrightText: The Tagsmith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/** Something is not as the model says; the text says what. */
class Disagreement extends Exception {
}

function expect( $found, $expected, $what ) {
	if ( $found === $expected ) {
		return;
	}
	if ( is_array( $found ) && is_array( $expected ) ) {
		list( $found, $expected ) = array( only_in( $found, $expected ), only_in( $expected, $found ) );
	}
	$text = fn( $value ) => mb_substr( json_encode( $value, JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE ), 0, 500 );
	throw new Disagreement( "$what: expected " . $text( $expected ) . ', found ' . $text( $found ) );
}

/** The elements of an array that the other one has not, to be shown. */
function only_in( array $one, array $other ): array {
	if ( array_is_list( $one ) ) {
		return count( $one ) > 4 ? array_values( array_diff( $one, $other ) ) : $one;
	}
	return array_diff_assoc( $one, $other );
}

/** Runs the tagsmith command. */
class Tagsmith {
	private array $options;

	public function __construct( ?string $vocabulary = null ) {
		$this->options = null === $vocabulary ? array() : array( '--vocabulary', $vocabulary );
	}

	/** The JSON that a command answers with. */
	public function run( string ...$arguments ): array {
		return $this->run_to( 0, ...$arguments );
	}

	/** Runs a command that must be refused, without changing anything; answers with its reason. */
	public function refused( string ...$arguments ): string {
		$before = every_table();
		$answer = $this->run_to( 3, ...$arguments );
		expect( every_table() === $before, true, 'a refused command leaves every table as it was' );
		return $answer['error']['message'];
	}

	/**
	 * First as a dry run, which must change nothing and foretell what the real run does; then undone,
	 * which must leave every table as it was before, and redone.
	 */
	public function run_twice( string ...$arguments ): array {
		$before = every_table();
		$shown  = $this->run( ...$arguments, ...array( '--dry-run' ) );
		expect( $shown['operation'], null, 'operation of a dry run' );
		expect( every_table() === $before, true, 'a dry run leaves every table as it was' );
		$done = $this->run( ...$arguments );
		expect( strlen( $done['operation'] ), 36, "length of the operation's UUID" );
		foreach ( array( 'tags', 'references', 'children', 'counters' ) as $member ) {
			expect( $shown[ $member ], $done[ $member ], "$member of the dry run" );
		}
		$after  = every_table();
		$undone = $this->run( 'undo', $done['operation'] );
		expect( every_table() === $before, true, 'an undo leaves every table as it was before' );
		expect( $this->run( 'undo', $undone['operation'] )['kind'], 'redo', 'an undo of the undo' );
		expect( every_table() === $after, true, 'a redo leaves every table as it was after' );
		wp_cache_flush();
		return $done;
	}

	private function run_to( int $status, string ...$arguments ): array {
		$fixed   = array( getenv( 'TAGSMITH_BINARY' ), '--db', getenv( 'TAGSMITH_URL' ), '--json' );
		$command = array_merge( $fixed, $this->options, $arguments );
		$process = proc_open( $command, array( 1 => array( 'pipe', 'w' ), 2 => array( 'pipe', 'w' ) ), $pipes );
		$out     = stream_get_contents( $pipes[1] );
		$err     = trim( stream_get_contents( $pipes[2] ) );
		expect( proc_close( $process ), $status, 'exit status of tagsmith ' . implode( ' ', $arguments ) . " ($err)" );
		return json_decode( $out, true );
	}
}

/** What `tagsmith inspect` says about the vocabulary of a taxonomy. */
function vocabulary_of( string $taxonomy ): array {
	foreach ( ( new Tagsmith() )->run( 'inspect' )['vocabularies'] as $vocabulary ) {
		if ( array( 'taxonomy' => $taxonomy ) === ( $vocabulary['scope'] ?? array() ) ) {
			return $vocabulary;
		}
	}
	throw new Disagreement( "inspect does not find the taxonomy $taxonomy" );
}

/** A checksum of each table of WordPress. */
function every_table(): array {
	global $wpdb;
	$tables = implode( ', ', preg_grep( '/^tagsmith_/', $wpdb->get_col( 'SHOW TABLES' ), PREG_GREP_INVERT ) );
	return $wpdb->get_results( "CHECKSUM TABLE $tables EXTENDED", ARRAY_N );
}
